package fr.preau.communication.news;

import java.time.Duration;
import java.time.Instant;

/**
 * When somebody looks at news.
 *
 * @param now when
 * @param out until when what people of the collège have scheduled has come out: now, or when
 *     writing was closed to those who publish. What the Département announces comes out all the
 *     same
 */
record Moment(Instant now, Instant out) {

    /** The same a little later, as far as it can be told today. */
    Moment after(Duration time) {
        Instant then = now.plus(time);
        return new Moment(then, out.equals(now) ? then : out);
    }

    Instant outOf(NewsOrigin origin) {
        return origin == NewsOrigin.DEPARTEMENT ? now : out;
    }
}
