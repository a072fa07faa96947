/** Days on which people hear of things. */
@NullMarked
package fr.preau.communication.schooldays;

import org.jspecify.annotations.NullMarked;
