/**
 * What people are writing: kept while they type, found again in « Brouillons », gone when it is
 * sent.
 *
 * <p>{@link fr.preau.communication.drafts.KeptDraft} tells the life of a draft; {@link
 * fr.preau.communication.drafts.Drafts} is what the other parts ask.
 */
@NullMarked
package fr.preau.communication.drafts;

import org.jspecify.annotations.NullMarked;
