/** Pictures drawn anew. */
@NullMarked
package fr.preau.communication.pictures;

import org.jspecify.annotations.NullMarked;
