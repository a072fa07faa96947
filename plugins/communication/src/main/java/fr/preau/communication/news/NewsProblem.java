package fr.preau.communication.news;

import fr.preau.api.route.Refusal;
import fr.preau.communication.wording.Wording;

/** Refusals of the desk, in words. */
final class NewsProblem {

    private NewsProblem() {}

    /** Somebody has changed it since the page was made. */
    static Refusal changedMeanwhile() {
        return new Refusal(
                409,
                "news-changed-meanwhile",
                Wording.of("news.changed.title"),
                Wording.of("news.changed.detail"));
    }

    /** Nobody is led to what they can't read. */
    static Refusal isNotThere() {
        return new Refusal(
                409,
                "news-not-there",
                Wording.of("news.alert.title"),
                Wording.of("news.alert.not-there"));
    }

    static Refusal hasEnded() {
        return new Refusal(
                409,
                "news-has-ended",
                Wording.of("news.ended.title"),
                Wording.of("news.ended.detail"));
    }
}
