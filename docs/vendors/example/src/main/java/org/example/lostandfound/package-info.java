/** What was found at a collège and who gets it back: the module's only OSGi component. */
@NullMarked
package org.example.lostandfound;

import org.jspecify.annotations.NullMarked;
