package fr.preau.portal.pages;

import fr.preau.core.notices.bymail.MailChoice;

/**
 * A kind of notice and how somebody wants to be told.
 *
 * @param field how the names of its fields end in the form
 * @param push whether it goes to their devices
 */
public record ChoiceLine(String field, String title, MailChoice mail, boolean push) {}
