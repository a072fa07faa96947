package fr.preau.canteen.place;

import fr.preau.api.event.Events;
import fr.preau.api.school.Uai;

/** A collège and the place that runs its canteen, which may be the same. */
public final class Places {

    private Places() {}

    /** Tells a fact where it is needed: at another place, or here. */
    public static void tell(Events events, Uai here, Uai place, Record fact, String subject) {
        if (place.equals(here)) {
            events.publish(fact, subject);
        } else {
            events.publishAt(place, fact, subject);
        }
    }
}
