package fr.preau.api.school;

/**
 * What a person is at a collège; {@link #OPERATOR} belongs to the Département, not to a collège.
 */
public enum Profile {
    PUPIL,
    GUARDIAN,
    TEACHER,
    STAFF,
    OPERATOR
}
