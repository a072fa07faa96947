/** Which module is on at which collège, and how far its tables are there. */
@NullMarked
package fr.preau.core.modules;

import org.jspecify.annotations.NullMarked;
