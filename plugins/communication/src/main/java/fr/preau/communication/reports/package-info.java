/**
 * Messages that somebody reported: their evidence, the queue of those who answer for the school,
 * and what they do about it.
 */
@NullMarked
package fr.preau.communication.reports;

import org.jspecify.annotations.NullMarked;
