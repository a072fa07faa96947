package fr.preau.liberty;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, at whatever moment: interrupts the thread that runs the demo, and lets the process end
 * only when that thread has closed all that it had opened.
 */
final class CtrlC {

    /** The server has a minute for its last requests, the database one for its data. */
    private static final int LONGEST_SECONDS = 150;

    private static final int MOMENT_MILLISECONDS = 500;

    private final Thread demo;
    private final Terminal terminal;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch pressed = new CountDownLatch(1);

    private CtrlC(Thread demo, Terminal terminal) {
        this.demo = demo;
        this.terminal = terminal;
    }

    /** Listens from now on; the calling thread is the one that runs the demo. */
    static CtrlC listen(Terminal terminal) {
        CtrlC listening = new CtrlC(Thread.currentThread(), terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(listening::stop, "preau-stop"));
        return listening;
    }

    /**
     * Whether this is why something failed. The terminal tells all processes of the demo at once,
     * so that another one may end before this one knows why: it is given a moment.
     */
    boolean isWhy() {
        try {
            return pressed.await(MOMENT_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody else interrupts this thread.
            return true;
        }
    }

    private void stop() {
        if (closed.getCount() == 0) {
            return;
        }
        pressed.countDown();
        terminal.say("Arrêt du serveur, puis de la base.");
        demo.interrupt();
        try {
            if (closed.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                terminal.say("Tout est arrêté\u00a0; les données sont gardées.");
            } else {
                terminal.say("L’arrêt n’est pas terminé après " + LONGEST_SECONDS + " secondes.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed: the process may end. */
    void closed() {
        closed.countDown();
    }
}
