package fr.preau.portal.pages;

/**
 * A collège at which the tables of a module could not be made.
 *
 * @param reason why, in the host's words
 */
public record TablesFailure(CollegeName college, String reason) {}
