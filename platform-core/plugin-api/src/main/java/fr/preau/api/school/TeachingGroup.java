package fr.preau.api.school;

/**
 * Pupils, often of several classes, who are taught something together (groupe d’enseignement).
 *
 * @param name as the school writes it, as in « 5LATIN »
 */
public record TeachingGroup(GroupId id, String name) {}
