package fr.preau.core.files;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks ClamAV's daemon, by the command INSTREAM of its own protocol: a file goes over in pieces,
 * each behind its length, and one line comes back.
 *
 * <p>Where a daemon is configured nothing is taken without its word: one that does not answer
 * refuses, so that nobody switches the scan off by switching the daemon off.
 */
public final class ClamAv implements VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);

    /** As long as people wait for their page. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);

    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]\\s]+?)]?:([0-9]{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 65_536;
    private static final int LONGEST_ANSWER = 1_024;

    private final String host;
    private final int port;
    private final Duration patience;

    private ClamAv(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    /**
     * @param address as in {@code clamav.interne:3310}
     * @throws IllegalArgumentException when it is none
     */
    public static ClamAv at(String address, Duration patience) {
        Matcher parts = ADDRESS.matcher(address.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw new IllegalArgumentException("not a host and a port: " + address);
        }
        return new ClamAv(parts.group(1), Integer.parseInt(parts.group(2)), patience);
    }

    @Override
    public void check(String name, InputStream content) throws FileRefused, IOException {
        String answer = answer(name, content);
        if (answer.equals("stream: OK")) {
            return;
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            LOG.warn("a file that was sent holds {}: it was refused", found.group(1));
            throw FileRefused.malicious(name);
        }
        LOG.error("ClamAV at {} can't say whether a file is harmless: {}", this, answer);
        throw FileRefused.notScanned(name);
    }

    private String answer(String name, InputStream content) throws FileRefused, IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Socket socket = new Socket()) {
            connect(socket);
            send(socket, content, deadline);
            return read(socket, deadline);
        } catch (DaemonFailed silent) {
            LOG.error("ClamAV at {} does not answer: no file is taken", this, silent);
            throw FileRefused.notScanned(name);
        }
    }

    private void connect(Socket socket) throws DaemonFailed {
        try {
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
        } catch (IOException e) {
            throw new DaemonFailed(e);
        }
    }

    private static void send(Socket socket, InputStream content, long deadline)
            throws DaemonFailed, IOException {
        byte[] piece = new byte[PIECE];
        DataOutputStream out;
        try {
            out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            int length = content.readNBytes(piece, 0, PIECE);
            while (length > 0) {
                requireTime(deadline);
                out.writeInt(length);
                out.write(piece, 0, length);
                length = content.readNBytes(piece, 0, PIECE);
            }
            out.writeInt(0);
            out.flush();
        } catch (IOException e) {
            // A daemon that has seen enough hangs up; whatever it said is read by nobody then.
            throw new DaemonFailed(e);
        }
    }

    private static String read(Socket socket, long deadline) throws DaemonFailed {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            int next = in.read();
            while (next > 0 && answer.size() < LONGEST_ANSWER) {
                requireTime(deadline);
                answer.write(next);
                next = in.read();
            }
        } catch (IOException e) {
            throw new DaemonFailed(e);
        }
        return answer.toString(StandardCharsets.US_ASCII).strip();
    }

    private static void requireTime(long deadline) throws SocketTimeoutException {
        if (System.nanoTime() > deadline) {
            throw new SocketTimeoutException("too slow");
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** The daemon, not the file, could not be read or written. */
    private static final class DaemonFailed extends Exception {

        private static final long serialVersionUID = 1L;

        DaemonFailed(IOException cause) {
            super(cause);
        }
    }
}
