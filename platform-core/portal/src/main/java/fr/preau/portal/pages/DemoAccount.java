package fr.preau.portal.pages;

/**
 * An account that anyone may use in demo mode.
 *
 * @param label who one becomes, as in « Parent de deux enfants »
 */
public record DemoAccount(String login, String label, String password) {}
