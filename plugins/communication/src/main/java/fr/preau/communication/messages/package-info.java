/**
 * Letters, the private conversations that follow from them, and the inbox of each person.
 *
 * <p>{@link fr.preau.communication.messages.Letter} tells the life of a message. What people do is
 * in {@link fr.preau.communication.messages.Correspondence}, what they see comes from {@link
 * fr.preau.communication.messages.Mailbox}.
 */
@NullMarked
package fr.preau.communication.messages;

import org.jspecify.annotations.NullMarked;
