package fr.preau.canteen.billing;

import fr.preau.api.school.Uai;
import fr.preau.canteen.booking.ChangeKind;
import fr.preau.canteen.registration.Payers;
import fr.preau.canteen.registration.RegisteredChild;
import fr.preau.canteen.tariff.Quotient;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A pupil who may have eaten, with all that their invoice follows from.
 *
 * @param pupil as the collège knows them
 * @param registration empty where nobody has registered them
 * @param payers of their meals
 * @param quotient empty where none was given
 * @param changes why registered meals are not taken
 * @param served when they were served at the line
 */
record BilledPupil(
        UUID pupil,
        String name,
        Uai college,
        String collegeName,
        Optional<RegisteredChild> registration,
        Payers payers,
        Optional<Quotient> quotient,
        Map<LocalDate, ChangeKind> changes,
        Set<LocalDate> served) {

    BilledPupil {
        changes = Map.copyOf(changes);
        served = Set.copyOf(served);
    }

    /**
     * What becomes of a day.
     *
     * @param isSchoolDay registered meals are served on no other
     * @param isHeld whether the line has run on it: whoever it did not serve has not eaten
     * @return empty where there is nothing to say of it
     */
    Optional<LineKind> on(LocalDate day, boolean isSchoolDay, boolean isHeld) {
        boolean registered = registration.filter(child -> !day.isBefore(child.from())).isPresent();
        boolean booked = isSchoolDay && registration.filter(child -> child.eatsOn(day)).isPresent();
        ChangeKind change = changes.get(day);
        if (served.contains(day)) {
            LineKind kind = booked && change == null ? LineKind.MEAL : LineKind.EXTRA;
            return Optional.of(registered ? kind : LineKind.PASSAGER);
        }
        if (!booked) {
            return Optional.empty();
        }
        if (change != null) {
            return Optional.of(change == ChangeKind.CANCELLED ? LineKind.CANCELLED : LineKind.AWAY);
        }
        return Optional.of(isHeld ? LineKind.NOT_TAKEN : LineKind.MEAL);
    }
}
