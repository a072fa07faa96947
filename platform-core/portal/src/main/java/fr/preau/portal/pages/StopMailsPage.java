package fr.preau.portal.pages;

/**
 * Where the link in each mail leads that stops mails.
 *
 * @param done whether they are stopped
 */
public record StopMailsPage(String token, boolean done) {}
