package fr.preau.api.school;

/**
 * A class (division) of the collège.
 *
 * @param name as the school writes it, as in « 5eB »
 */
public record SchoolClass(ClassId id, String name) {}
