package fr.preau.api.event;

import fr.preau.api.web.WebRequest;

/**
 * How a listener asks a server outside before it works.
 *
 * <p>While the server thinks, no connection and no thread of the module waits, so a slow server
 * slows nobody but who needs it. The request may go out more than once: when the node dies between
 * the answer and the commit of the work, it is sent again. A server that does not answer is an
 * answer too; whether to try again is the handler's to say, by throwing.
 *
 * @param question in a unit of work that only reads; the server is one that the manifest names with
 *     the permission {@code network}
 * @param handler in a unit of work like any listener's
 */
public record Errand<F extends Record>(Question<F> question, AnswerHandler<F> handler) {

    /** What to ask about a fact. */
    @FunctionalInterface
    public interface Question<F extends Record> {
        WebRequest of(Delivery delivery, F fact) throws Exception;
    }

    /** Handles a fact with what came of asking. */
    @FunctionalInterface
    public interface AnswerHandler<F extends Record> {
        void handle(Delivery delivery, F fact, Asked asked) throws Exception;
    }
}
