package fr.preau.payment.debts;

/** How a debt stands, in cents: what it was, what was paid and taken back of it, what it lacks. */
public record Standing(String reference, int cents, int paid, int credited, int left) {}
