package fr.preau.portal.pages;

/** Where the link to an address leads: a button takes the address. */
public record AddressLinkPage(String token) {}
