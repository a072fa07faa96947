/**
 * Files that go with a draft, a letter or a reply, and who may read them.
 *
 * <p>{@link fr.preau.communication.attachments.Attachment} tells the life of an attachment; {@link
 * fr.preau.communication.attachments.Attachments} is what the other parts ask.
 */
@NullMarked
package fr.preau.communication.attachments;

import org.jspecify.annotations.NullMarked;
