package fr.preau.core.notices.push;

import com.interaso.webpush.WebPush;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one message to one device. */
final class PushSender {

    /** What became of a message. */
    enum Outcome {
        TAKEN,
        /** The browser wants no more: its owner has said no, or it is gone. */
        GONE,
        LATER,
        /** It will never be taken as it is. */
        REFUSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(PushSender.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A device that is off for longer finds it in the portal. */
    private static final int KEPT_SECONDS = 24 * 60 * 60;

    private final HttpClient client;
    private final String subject;
    private final PushKeys keys;
    private final PushServices services;

    /**
     * @param subject whom a push service asks if something is wrong, as in {@code
     *     https://ent.example}
     */
    PushSender(String subject, PushKeys keys, PushServices services) {
        this.subject = subject;
        this.keys = keys;
        this.services = services;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /**
     * @param topic a message that waits under the same one is replaced
     */
    CompletableFuture<Outcome> send(Devices.Way way, byte[] message, String topic, boolean urgent) {
        if (!services.know(way.endpoint())) {
            return CompletableFuture.completedFuture(Outcome.GONE);
        }
        HttpRequest request;
        try {
            request = request(way, message, topic, urgent);
        } catch (Exception e) {
            // The library is Kotlin, which declares nothing. Its key is none: whoever let it in
            // will do so again.
            LOG.warn("nothing can be encrypted for the device {}: {}", way.id(), e.getMessage());
            return CompletableFuture.completedFuture(Outcome.GONE);
        }
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle(
                        (answer, failure) ->
                                failure == null ? outcome(answer.statusCode()) : Outcome.LATER);
    }

    private HttpRequest request(Devices.Way way, byte[] message, String topic, boolean urgent) {
        WebPush push = new WebPush(subject, keys.keys());
        Map<String, String> headers =
                push.getHeaders(
                        way.endpoint(),
                        KEPT_SECONDS,
                        topic,
                        urgent ? WebPush.Urgency.High : WebPush.Urgency.Normal);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(way.endpoint()))
                        .timeout(PATIENCE)
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        push.getBody(message, way.key(), way.auth())));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.TAKEN;
        }
        if (status == 404 || status == 410) {
            return Outcome.GONE;
        }
        return status == 429 || status >= 500 ? Outcome.LATER : Outcome.REFUSED;
    }
}
