package fr.preau.communication.circulars;

import fr.preau.api.page.PageOf;
import jakarta.persistence.TypedQuery;

/** One page of a query's rows. */
final class Pages {

    static final int LINES = 20;

    private Pages() {}

    static <T> PageOf<T> of(TypedQuery<T> query, int number, int size) {
        return PageOf.from(
                query.setFirstResult((number - 1) * size).setMaxResults(size + 1).getResultList(),
                number,
                size);
    }
}
