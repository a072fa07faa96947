package fr.preau.canteen.service;

import fr.preau.api.event.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The fact {@code canteen.MealsServed}: the line of a collège has run on a day, and these were
 * served there, or were not after all.
 *
 * <p>Told even with nobody in it: from then on whoever is not served on that day has not eaten.
 * What a line finds out later is told as another one of the same day.
 */
@Fact("canteen.MealsServed")
public record MealsServed(LocalDate day, List<Served> meals) {

    /** As many as one fact holds. */
    public static final int MOST = 250;

    public MealsServed {
        meals = List.copyOf(meals);
    }

    /**
     * A pupil at the line.
     *
     * @param pupil as the collège knows them
     * @param className as people say it
     * @param taken false where the line was wrong: they have not eaten
     */
    public record Served(UUID pupil, String name, String className, boolean taken) {}
}
