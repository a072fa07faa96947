package fr.preau.portal.account;

/** A session that has ended. */
public record SignedOut(boolean signedOut) {}
