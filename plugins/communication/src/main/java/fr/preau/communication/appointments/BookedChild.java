package fr.preau.communication.appointments;

import fr.preau.api.school.PersonId;

/**
 * For whom a meeting is booked.
 *
 * @param className as the school writes it
 * @param note what the school notes beside it, such as who telephoned; empty otherwise
 */
record BookedChild(PersonId id, String className, String note) {}
