package fr.preau.payment.debts;

/**
 * What is taken back of a debt.
 *
 * @param owner the module that raised the debt
 * @param reference what that module calls it
 * @param key of this credit, 1 to 60 characters: the same again changes nothing
 * @param cents more than nothing
 * @param words why, for people, 1 to 200 characters
 */
public record Credit(String owner, String reference, String key, int cents, String words) {}
