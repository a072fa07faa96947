/** Registration for the canteen: the family in four steps, the collège, the Département. */
@NullMarked
package fr.preau.canteen.registration;

import org.jspecify.annotations.NullMarked;
