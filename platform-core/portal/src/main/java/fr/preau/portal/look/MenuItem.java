package fr.preau.portal.look;

/** An entry of the menu; at most one is current. */
public record MenuItem(String label, String href, boolean current) {}
