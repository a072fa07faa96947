package fr.preau.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ClamAvTest {

    /** The harmless text that every scanner takes for a virus, in two halves so that none does. */
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private Path folder;

    @Test
    void aHarmlessFileIsTakenAndGoesOverWhole() throws Exception {
        byte[] content = new byte[200_000];
        Arrays.fill(content, (byte) 'a');
        try (Daemon daemon = new Daemon()) {
            SentFile sent = taken(daemon.address(), content, PATIENCE);

            assertThat(sent.mistake()).isNull();
            assertThat(sent.upload()).isNotNull();
            assertThat(daemon.received.get()).isEqualTo(content);
        }
    }

    @Test
    void aVirusIsRefusedInWords() throws Exception {
        try (Daemon daemon = new Daemon()) {
            SentFile sent =
                    taken(daemon.address(), EICAR.getBytes(StandardCharsets.US_ASCII), PATIENCE);

            assertThat(sent.upload()).isNull();
            assertThat(sent.mistake()).contains("mot.txt", "programme malveillant");
        }
    }

    @Test
    void aDeadDaemonLetsNothingIn() throws Exception {
        int closed;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }

        SentFile sent = taken("127.0.0.1:" + closed, bytes("Bonjour"), PATIENCE);

        assertThat(sent.upload()).isNull();
        assertThat(sent.mistake()).contains("L’antivirus ne répond pas", "mot.txt");
    }

    @Test
    void aDaemonThatSaysNothingIsWaitedForNoLongerThanSet() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SentFile sent =
                    taken(
                            "127.0.0.1:" + silent.getLocalPort(),
                            bytes("Bonjour"),
                            Duration.ofMillis(200));

            assertThat(sent.mistake()).contains("L’antivirus ne répond pas");
        }
    }

    @Test
    void aDaemonThatCanNotSayLetsNothingIn() throws Exception {
        try (Daemon daemon = new Daemon()) {
            SentFile sent = taken(daemon.address(), bytes("too large for it"), PATIENCE);

            assertThat(sent.upload()).isNull();
            assertThat(sent.mistake()).contains("n’a pas pu être vérifié");
        }
    }

    @Test
    void anAddressIsAHostAndAPort() {
        assertThat(ClamAv.at("clamav.interne:3310", PATIENCE)).hasToString("clamav.interne:3310");
        assertThat(ClamAv.at("[::1]:3310", PATIENCE)).hasToString("::1:3310");
        for (String wrong : new String[] {"", "clamav", "clamav:", "clamav:99999", "a b:3310"}) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> ClamAv.at(wrong, PATIENCE));
        }
    }

    private SentFile taken(String address, byte[] content, Duration patience) throws IOException {
        try (FileSpool spool =
                new FileSpool(folder, FileLimits.USUAL, ClamAv.at(address, patience))) {
            return spool.take("mot.txt", "text/plain", new ByteArrayInputStream(content));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Speaks ClamAV's protocol, once. */
    private static final class Daemon implements AutoCloseable {

        private final ServerSocket server;
        private final CompletableFuture<byte[]> received;

        Daemon() throws IOException {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            received = CompletableFuture.supplyAsync(this::serve);
        }

        String address() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        private byte[] serve() {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                assertThat(in.readNBytes(10)).isEqualTo(bytes("zINSTREAM\0"));
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                int length = in.readInt();
                while (length > 0) {
                    all.writeBytes(in.readNBytes(length));
                    length = in.readInt();
                }
                String text = all.toString(StandardCharsets.US_ASCII);
                String answer = "stream: OK";
                if (text.equals(EICAR)) {
                    answer = "stream: Win.Test.EICAR_HDB-1 FOUND";
                } else if (text.startsWith("too large")) {
                    answer = "INSTREAM size limit exceeded. ERROR";
                }
                socket.getOutputStream().write(bytes(answer + "\0"));
                return all.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
