package fr.preau.communication.appointments;

import fr.preau.api.route.Violations;
import fr.preau.communication.appointments.FamilyPage.Appointment;
import fr.preau.communication.appointments.FamilyPage.FreeSlot;
import java.util.List;
import java.util.UUID;

/**
 * One meeting of a family, to be moved or cancelled.
 *
 * @param open whether it may still be changed
 * @param free the other slots of the same host
 */
public record BookingPage(
        UUID meeting,
        String title,
        Appointment appointment,
        boolean open,
        List<FreeSlot> free,
        Violations violations) {

    public BookingPage {
        free = List.copyOf(free);
    }
}
