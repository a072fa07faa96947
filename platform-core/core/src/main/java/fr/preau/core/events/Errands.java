package fr.preau.core.events;

import fr.preau.api.event.Asked;
import fr.preau.api.web.WebFailed;
import fr.preau.api.web.WebRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks servers outside for the listeners of modules, so many at a time. */
final class Errands {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    /** Of one module: its server may be slow, and others have errands too. */
    static final int MOST_OF_ONE = 12;

    private final Outside outside;
    private final Executor threads;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    /**
     * @param threads that wait for servers
     */
    Errands(Outside outside, Executor threads) {
        this.outside = outside;
        this.threads = threads;
    }

    /** Whether a module may begin one more. */
    boolean hasRoom(String module) {
        return running.getOrDefault(module, 0) < MOST_OF_ONE;
    }

    /**
     * Asks, and returns at once.
     *
     * @param asked told what came of it, on another thread; nobody is told when this node stops
     */
    void begin(String module, WebRequest request, Consumer<Asked> asked) {
        running.merge(module, 1, Integer::sum);
        try {
            threads.execute(() -> run(module, request, asked));
        } catch (RejectedExecutionException e) {
            LOG.debug("this node is stopping; another one asks", e);
            ended(module);
        }
    }

    private void run(String module, WebRequest request, Consumer<Asked> asked) {
        Asked answer;
        try {
            answer = ask(module, request);
        } finally {
            ended(module);
        }
        asked.accept(answer);
    }

    private Asked ask(String module, WebRequest request) {
        try {
            return Asked.answered(outside.send(module, request));
        } catch (WebFailed | RuntimeException e) {
            return Asked.failed(String.valueOf(e.getMessage()));
        }
    }

    private void ended(String module) {
        running.computeIfPresent(module, (same, number) -> number == 1 ? null : number - 1);
    }
}
