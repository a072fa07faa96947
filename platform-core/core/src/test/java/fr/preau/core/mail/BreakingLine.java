package fr.preau.core.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to an SMTP server that breaks when a test says so: after a word of the client, before the
 * server has heard it or before the client hears the answer.
 */
final class BreakingLine implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile String word = "";
    private volatile boolean heard;

    BreakingLine(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::open, "breaking line");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /**
     * Breaks when the client has said this.
     *
     * @param serverHears whether the server still hears it
     * @param times so often
     */
    void breakAfter(String said, boolean serverHears, int times) {
        word = said;
        heard = serverHears;
        breaks.set(times);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                pipe(behind, client, false);
                pipe(client, behind, true);
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pipe(Socket from, Socket to, boolean watched) {
        Thread thread =
                new Thread(
                        () -> {
                            try (from;
                                    to) {
                                copy(from, to, watched);
                            } catch (IOException e) {
                                // The line is broken, as it should be.
                            }
                        });
        thread.setDaemon(true);
        thread.start();
    }

    private void copy(Socket from, Socket to, boolean watched) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[4096];
        StringBuilder said = new StringBuilder();
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            said.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
            if (watched && !word.isEmpty() && said.indexOf(word) >= 0) {
                if (breaks.getAndDecrement() > 0) {
                    if (heard) {
                        // The client hears nothing any more, the server hears all.
                        from.close();
                        out.write(bytes, 0, read);
                        out.flush();
                        to.shutdownOutput();
                        drain(to);
                    }
                    return;
                }
                said.setLength(0);
            }
            out.write(bytes, 0, read);
            out.flush();
        }
    }

    private static void drain(Socket server) throws IOException {
        InputStream rest = server.getInputStream();
        while (rest.read() >= 0) {
            // Until the server is done.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
