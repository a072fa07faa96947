package fr.preau.core.web;

import fr.preau.api.web.Web;
import fr.preau.api.web.WebAnswer;
import fr.preau.api.web.WebFailed;
import fr.preau.api.web.WebRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web as one module may use it: the servers it was granted, and none inside our own net. */
public final class HostsOnly implements Web {

    private static final Logger LOG = LoggerFactory.getLogger(HostsOnly.class);

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LARGEST = 1_000_000;

    private final HttpClient client;
    private final Set<String> hosts;
    private final StandIns standIns;
    private final boolean insideToo;
    private final Duration longest;

    /**
     * @param client follows no redirections: they could lead elsewhere
     * @param hosts by name, in lower case
     */
    public HostsOnly(HttpClient client, Set<String> hosts) {
        this(client, hosts, new StandIns());
    }

    /**
     * @param standIns who answers instead of a server
     */
    public HostsOnly(HttpClient client, Set<String> hosts, StandIns standIns) {
        this(client, hosts, standIns, false, LONGEST);
    }

    /**
     * @param insideToo for tests, whose servers are on this machine
     * @param longest how long a server may take to begin its answer, and again to finish it
     */
    HostsOnly(
            HttpClient client,
            Set<String> hosts,
            StandIns standIns,
            boolean insideToo,
            Duration longest) {
        this.client = client;
        this.hosts = Set.copyOf(hosts);
        this.standIns = standIns;
        this.insideToo = insideToo;
        this.longest = longest;
    }

    @Override
    public WebAnswer send(WebRequest request) throws WebFailed {
        requireGranted(request.address());
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(standIns.reached(request.address()))
                        .timeout(longest)
                        .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        try {
            HttpResponse<InputStream> answer =
                    client.send(builder.build(), BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                byte[] body = within(longest, in, request.address().getHost());
                if (body.length > LARGEST) {
                    throw new WebFailed(
                            request.address().getHost() + " answered more than a million bytes");
                }
                return new WebAnswer(answer.statusCode(), answer.headers().map(), body);
            }
        } catch (IOException e) {
            throw new WebFailed(
                    request.address().getHost() + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebFailed("nobody waits for " + request.address().getHost() + " any more");
        }
    }

    /** The time of a request ends with its headers: a body may take as long again. */
    private static byte[] within(Duration longest, InputStream in, String host)
            throws IOException, WebFailed {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(
                        () -> {
                            if (!ended.get()) {
                                late.set(true);
                                closeQuietly(in);
                            }
                        });
        try {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (late.get()) {
                throw new WebFailed(host + " did not finish its answer");
            }
            return body;
        } finally {
            ended.set(true);
        }
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("a late answer could not be closed", e);
        }
    }

    private void requireGranted(URI address) throws WebFailed {
        String host = address.getHost();
        if (!"https".equals(address.getScheme())
                || host == null
                || address.getUserInfo() != null
                || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "« %s » is not https of a server that the manifest names: %s"
                            .formatted(host, hosts));
        }
        if (standIns.of(host).isPresent()) {
            return;
        }
        try {
            for (InetAddress found : InetAddress.getAllByName(host)) {
                if (!insideToo && isInside(found)) {
                    throw new WebFailed(host + " is a server of our own net");
                }
            }
        } catch (UnknownHostException e) {
            throw new WebFailed("no server is called " + host);
        }
    }

    /** A name of the vendor's own may point at our own servers. */
    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal;
    }
}
