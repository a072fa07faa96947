/** Tests of the words that all parts of the module share. */
@NullMarked
package fr.preau.communication.wording;

import org.jspecify.annotations.NullMarked;
