package fr.preau.api.school;

/**
 * What the dated link between an adult and a child opens.
 *
 * @param legal holds parental authority
 * @param payer is asked for the money
 * @param contact is called when something happens
 */
public record GuardianRights(boolean legal, boolean payer, boolean contact) {}
