/** Tables that are saved for a spreadsheet. */
@NullMarked
package fr.preau.communication.spreadsheets;

import org.jspecify.annotations.NullMarked;
