/**
 * Documents as PDF files.
 *
 * <p>A document is made into a tree of elements, never into text that is parsed, and drawn by
 * OpenHTMLToPDF with fonts of our own; no address in it leads anywhere.
 */
@NullMarked
package fr.preau.core.documents;

import org.jspecify.annotations.NullMarked;
