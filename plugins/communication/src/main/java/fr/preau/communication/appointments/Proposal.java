package fr.preau.communication.appointments;

import fr.preau.communication.appointments.FamilyView.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds times for all hosts whom a family wants to see, with the way between them.
 *
 * <p>Whoever has the fewest free slots comes first, earlier slots before later ones, and where no
 * way is found to see all, the largest number that was found. The same wishes always give the same
 * plan. The search has a bound: with more wishes than an evening can hold it would go on for ever.
 */
final class Proposal {

    private static final int MOST_STEPS = 20_000;

    private final int wayMinutes;
    private List<Offer> offers = List.of();
    private List<Chosen> best = List.of();
    private int steps;

    Proposal(int wayMinutes) {
        this.wayMinutes = wayMinutes;
    }

    /** A host and the time for it. */
    record Chosen(Offer offer, Slot slot) {}

    List<Chosen> plan(List<Offer> wanted) {
        offers =
                wanted.stream()
                        .filter(offer -> !offer.free().isEmpty())
                        .sorted(
                                Comparator.comparing((Offer offer) -> offer.free().size())
                                        .thenComparing(offer -> offer.host().id())
                                        .thenComparing(offer -> offer.child().pupil().id().value()))
                        .toList();
        best = List.of();
        steps = 0;
        search(0, new ArrayList<>());
        return best.stream().sorted(Comparator.comparing(each -> each.slot().start())).toList();
    }

    private void search(int next, List<Chosen> chosen) {
        if (chosen.size() > best.size()) {
            best = List.copyOf(chosen);
        }
        boolean hopeless = chosen.size() + offers.size() - next <= best.size();
        if (next == offers.size() || hopeless || ++steps > MOST_STEPS) {
            return;
        }
        Offer offer = offers.get(next);
        for (Slot slot : offer.free()) {
            if (chosen.stream().allMatch(other -> fits(other, offer, slot))) {
                chosen.add(new Chosen(offer, slot));
                search(next + 1, chosen);
                chosen.remove(chosen.size() - 1);
            }
        }
        search(next + 1, chosen);
    }

    private boolean fits(Chosen other, Offer offer, Slot slot) {
        boolean sameHost = other.offer().host().id().equals(offer.host().id());
        Instant otherEnd = afterWay(other.slot());
        return !(sameHost && other.slot().start().equals(slot.start()))
                && (!slot.start().isBefore(otherEnd)
                        || !other.slot().start().isBefore(afterWay(slot)));
    }

    private Instant afterWay(Slot slot) {
        return slot.end().plusSeconds(wayMinutes * 60L);
    }
}
