package fr.preau.testkit;

/**
 * A refusal as a program gets it (RFC 9457).
 *
 * @param type without {@code urn:preau:problem:}
 */
public record Problem(int status, String type, String title, String detail) {}
