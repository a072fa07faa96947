/** What modules keep at collèges: how much it is, what it says of a person, its export, its end. */
@NullMarked
package fr.preau.core.data;

import org.jspecify.annotations.NullMarked;
