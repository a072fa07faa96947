/**
 * Who may not write at the moment, though the rules let them; asked wherever words leave for
 * others.
 */
@NullMarked
package fr.preau.communication.safety;

import org.jspecify.annotations.NullMarked;
