/** Who may write to whom, and how the people of a letter are chosen. */
@NullMarked
package fr.preau.communication.recipients;

import org.jspecify.annotations.NullMarked;
