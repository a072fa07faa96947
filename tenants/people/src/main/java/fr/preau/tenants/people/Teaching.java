package fr.preau.tenants.people;

import fr.preau.tenants.Level;

/**
 * A subject taught to one class or one group all year (a service, in the school's word).
 *
 * @param division the name of the class or group
 * @param toGroup whether the division is a group
 */
public record Teaching(Subject subject, Level level, String division, boolean toGroup) {

    int halfHours() {
        return subject.halfHours(level);
    }
}
