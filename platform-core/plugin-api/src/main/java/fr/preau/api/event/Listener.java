package fr.preau.api.event;

import org.jspecify.annotations.Nullable;

/**
 * What a module does when it hears of a fact.
 *
 * <p>The fact comes as JSON into the listening module's own record: members that the record does
 * not have are ignored, those that the fact does not have are null, 0, false or empty. The record
 * may so be older or newer than the publisher's.
 *
 * @param fact its name, declared in the manifest under {@code events.listens}
 * @param type the listening module's own record for it
 * @param handler works in a unit of work of its own, at the collège where it happened. What it
 *     writes and the note that it has handled this fact are one commit. When it throws, all of that
 *     is undone and it is called again later
 * @param errand whom it asks first, outside; then this handles the fact, and the handler is not
 *     called. Null for a listener that asks nobody
 */
public record Listener<F extends Record>(
        String fact, Class<F> type, Handler<F> handler, @Nullable Errand<F> errand) {

    /** A listener that asks nobody. */
    public Listener(String fact, Class<F> type, Handler<F> handler) {
        this(fact, type, handler, null);
    }

    /** Handles a fact. */
    @FunctionalInterface
    public interface Handler<F extends Record> {
        void handle(Delivery delivery, F fact) throws Exception;
    }

    /** Listens to a fact by its name. */
    public static <F extends Record> Listener<F> to(
            String fact, Class<F> type, Handler<F> handler) {
        return new Listener<>(fact, type, handler);
    }

    /** Listens to a fact by asking a server outside about it. */
    public static <F extends Record> Listener<F> asking(
            String fact,
            Class<F> type,
            Errand.Question<F> question,
            Errand.AnswerHandler<F> handler) {
        return new Listener<>(
                fact,
                type,
                (delivery, heard) -> {
                    throw new IllegalStateException(fact + " is asked about first");
                },
                new Errand<>(question, handler));
    }

    /**
     * Listens to a fact whose record says its name, as those of {@code fr.preau.api.event.school}.
     */
    public static <F extends Record> Listener<F> to(Class<F> type, Handler<F> handler) {
        Fact fact = type.getAnnotation(Fact.class);
        if (fact == null) {
            throw new IllegalArgumentException(type.getName() + " has no @Fact");
        }
        return new Listener<>(fact.value(), type, handler);
    }
}
