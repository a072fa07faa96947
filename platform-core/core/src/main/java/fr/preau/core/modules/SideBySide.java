package fr.preau.core.modules;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Does the same at many places, several at a time, and waits for the last. */
final class SideBySide {

    private final Executor others;
    private final int atOnce;

    /**
     * @param others threads that help; who asks works too, so nothing hangs when none is free
     */
    SideBySide(Executor others, int atOnce) {
        this.others = others;
        this.atOnce = atOnce;
    }

    /**
     * @param each does not throw
     */
    <T> void run(Collection<T> places, Consumer<T> each) {
        Queue<T> left = new ConcurrentLinkedQueue<>(places);
        CountDownLatch undone = new CountDownLatch(left.size());
        Runnable worker =
                () -> {
                    for (T place = left.poll(); place != null; place = left.poll()) {
                        try {
                            each.accept(place);
                        } finally {
                            undone.countDown();
                        }
                    }
                };
        for (int i = 1; i < Math.min(atOnce, places.size()); i++) {
            others.execute(worker);
        }
        worker.run();
        try {
            undone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
