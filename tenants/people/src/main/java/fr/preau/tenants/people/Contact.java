package fr.preau.tenants.people;

/**
 * How an adult is reached; each may be empty.
 *
 * <p>Numbers are of the ranges kept for fiction (ARCEP decision 2018-0881: 01 99 00, 06 39 98),
 * addresses of the domains that never exist (RFC 2606).
 */
public record Contact(String homePhone, String mobile, String mail) {}
