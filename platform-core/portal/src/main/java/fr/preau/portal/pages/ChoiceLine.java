package fr.preau.portal.pages;

import fr.preau.core.notices.bymail.MailChoice;

/**
 * A kind of notice and how somebody wants it by mail.
 *
 * @param field its name in the form
 */
public record ChoiceLine(String field, String title, MailChoice choice) {}
