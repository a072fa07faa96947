package fr.preau.payment.operations;

/** The answer to a notification: that it was heard, and nothing else. */
public record NoticedPage() {}
