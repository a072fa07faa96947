/**
 * Circulars to guardians, with an answer asked for: the « carnet de liaison ».
 *
 * <p>{@link fr.preau.communication.circulars.Circular} tells the life of a circular. It is written
 * as a draft, sent in one act, and answered for each child; {@link
 * fr.preau.communication.circulars.Seal} says how what was sent and answered is sealed.
 */
@NullMarked
package fr.preau.communication.circulars;

import org.jspecify.annotations.NullMarked;
