/** What is looked for in a text: its words, accents and case aside, by their beginnings. */
@NullMarked
package fr.preau.communication.words;

import org.jspecify.annotations.NullMarked;
