package fr.preau.communication;

import fr.preau.api.job.Job;
import fr.preau.api.plugin.Card;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import java.util.List;

/**
 * What one part of the module, such as its circulars, brings to Préau.
 *
 * @param kept what it keeps of people; none where it keeps nothing
 */
record Part(
        List<Route<?, ?>> routes, List<Card<?>> cards, List<Job> jobs, List<PersonalData> kept) {

    Part {
        routes = List.copyOf(routes);
        cards = List.copyOf(cards);
        jobs = List.copyOf(jobs);
        kept = List.copyOf(kept);
    }

    static Part of(List<Route<?, ?>> routes) {
        return new Part(routes, List.of(), List.of(), List.of());
    }

    Part with(Card<?> card) {
        return new Part(routes, List.of(card), jobs, kept);
    }

    Part with(List<Card<?>> several) {
        return new Part(routes, several, jobs, kept);
    }

    Part doing(List<Job> atItsTimes) {
        return new Part(routes, cards, atItsTimes, kept);
    }

    Part keeping(PersonalData... ofPeople) {
        return new Part(routes, cards, jobs, List.of(ofPeople));
    }
}
