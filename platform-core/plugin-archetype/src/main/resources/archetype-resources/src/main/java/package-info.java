/** Notes that teachers and staff put up for everybody at the collège. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
