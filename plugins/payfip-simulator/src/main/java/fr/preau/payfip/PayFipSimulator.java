package fr.preau.payfip;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * PayFiP as it is seen from outside: {@code creerPaiementSecurise}, the payment page, the
 * notification, {@code recupererDetailPaiementSecurise}.
 */
public final class PayFipSimulator implements AutoCloseable {

    static {
        // Without it head and body of an answer wait 40 ms for each other.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMuuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    /** Between the creation of an operation and its page. */
    private static final Duration PRESENTABLE = Duration.ofMinutes(15);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, SimulatedOperation> operations = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final UnaryOperator<URI> reached;
    private final Clock clock;
    private volatile Behaviour behaviour = Behaviour.good();
    private volatile Duration slowness = Duration.ofSeconds(2);

    private PayFipSimulator(HttpServer server, UnaryOperator<URI> reached, Clock clock) {
        this.server = server;
        this.reached = reached;
        this.clock = clock;
        server.setExecutor(threads);
        server.createContext("/tpa/services/securite", this::service);
        server.createContext("/tpa/paiementws.web", this::page);
        server.start();
    }

    /**
     * Starts one on this machine alone.
     *
     * @param port 0 for any
     * @param reached where a notification really goes to: the site of a test is nowhere on the web
     */
    public static PayFipSimulator start(int port, UnaryOperator<URI> reached, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            return new PayFipSimulator(server, reached, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers instead of {@code https://www.payfip.gouv.fr}. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Goes wrong so from now on. */
    public void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    /** How slow {@link Misbehaviour#SLOW} is. */
    public void slowness(Duration wanted) {
        slowness = wanted;
    }

    /** All operations, in the order in which they were created. */
    public List<SimulatedOperation> operations() {
        return operations.values().stream()
                .sorted((a, b) -> a.createdAt().compareTo(b.createdAt()))
                .toList();
    }

    public Optional<SimulatedOperation> operation(String number) {
        return Optional.ofNullable(operations.get(number));
    }

    /** Deletes what nobody has paid, as PayFiP does at night. */
    public void night() {
        operations.values().removeIf(operation -> operation.choice() == null);
    }

    private void service(HttpExchange http) throws IOException {
        byte[] message = http.getRequestBody().readAllBytes();
        SoapExchange exchange;
        try {
            exchange = SoapExchange.read(message);
        } catch (XMLStreamException e) {
            send(http, 500, "text/xml", SoapExchange.fault("TechProtocolaireErreur", "", "XML"));
            return;
        }
        Misbehaviour wrong = behaviour.ofCall(exchange.call());
        switch (wrong) {
            case DOWN -> send(http, 503, "text/html", "<h1>Service indisponible</h1>");
            case CUT -> http.close();
            case GARBAGE -> send(http, 200, "text/xml", "<S:Envelope><<<");
            case TECHNICAL ->
                    send(
                            http,
                            500,
                            "text/xml",
                            SoapExchange.fault(
                                    "TechIndisponibiliteErreur", "", "Service indisponible"));
            case CUT_AFTERWARDS -> {
                answer(exchange, wrong);
                http.close();
            }
            default -> {
                Reply reply = answer(exchange, wrong);
                if (wrong == Misbehaviour.SLOW) {
                    rest(slowness);
                }
                send(http, reply.status, "text/xml", reply.text);
            }
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Reply(int status, String text) {

        static Reply fault(String code, String words) {
            return new Reply(500, SoapExchange.fault("FonctionnelleErreur", code, words));
        }
    }

    private Reply answer(SoapExchange exchange, Misbehaviour wrong) {
        return switch (exchange.call()) {
            case "creerPaiementSecurise" -> create(exchange);
            case "recupererDetailPaiementSecurise" -> detail(exchange, wrong);
            default -> Reply.fault("", "Opération inconnue");
        };
    }

    private Reply create(SoapExchange exchange) {
        Optional<Reply> mistake =
                OrderCheck.mistake(exchange.fields()).map(m -> Reply.fault(m.code(), m.words()));
        if (mistake.isPresent()) {
            return mistake.get();
        }
        String number = UUID.randomUUID().toString();
        operations.put(number, SimulatedOperation.of(number, exchange.fields(), clock.instant()));
        return new Reply(200, exchange.answer(Map.of("idOp", number)));
    }

    private Reply detail(SoapExchange exchange, Misbehaviour wrong) {
        SimulatedOperation operation = operations.get(exchange.fields().getOrDefault("idOp", ""));
        if (operation == null || wrong == Misbehaviour.UNKNOWN_OPERATION) {
            return Reply.fault("P1", "IdOp incorrect.");
        }
        Choice choice = operation.choice();
        Instant known = operation.knownFrom();
        if (choice == null || known == null || known.isAfter(clock.instant())) {
            return Reply.fault("P5", "Résultat de la transaction non connu.");
        }
        return new Reply(200, exchange.answer(result(operation, choice, wrong)));
    }

    private static Map<String, String> result(
            SimulatedOperation operation, Choice choice, Misbehaviour wrong) {
        Instant at = operation.chosenAt() == null ? operation.createdAt() : operation.chosenAt();
        Map<String, String> order = operation.order();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("dattrans", DATE.format(at.atZone(PARIS)));
        fields.put("exer", order.getOrDefault("exer", ""));
        fields.put("heurtrans", TIME.format(at.atZone(PARIS)));
        fields.put("idOp", operation.number());
        fields.put("mel", order.getOrDefault("mel", ""));
        fields.put(
                "montant",
                String.valueOf(operation.cents() - (wrong == Misbehaviour.WRONG_AMOUNT ? 100 : 0)));
        fields.put("numauto", operation.isPaid() ? "112233" : "");
        fields.put("numcli", order.getOrDefault("numcli", ""));
        fields.put("objet", order.getOrDefault("objet", ""));
        fields.put(
                "refdet",
                operation.reference() + (wrong == Misbehaviour.WRONG_REFERENCE ? "X" : ""));
        fields.put("resultrans", choice.result());
        fields.put("saisie", order.getOrDefault("saisie", ""));
        return fields;
    }

    private void page(HttpExchange http) throws IOException {
        Map<String, String> asked = new HashMap<>(form(http.getRequestURI().getRawQuery()));
        if (http.getRequestMethod().equals("POST")) {
            asked.putAll(
                    form(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        }
        String number = asked.getOrDefault("idop", "");
        SimulatedOperation operation = operations.get(number);
        if (operation == null) {
            send(http, 404, "text/html", PaymentPages.problem("Cette opération est inconnue."));
            return;
        }
        String chosen = asked.get("choice");
        if (chosen != null) {
            choose(number, Choice.valueOf(chosen));
            http.getResponseHeaders().set("Location", back(operation));
            http.sendResponseHeaders(302, -1);
            http.close();
        } else if (operation.choice() != null) {
            send(http, 200, "text/html", PaymentPages.problem("Cette opération est terminée."));
        } else if (!operation.presented()
                && operation.createdAt().plus(PRESENTABLE).isBefore(clock.instant())) {
            send(http, 200, "text/html", PaymentPages.problem("Le délai est dépassé."));
        } else {
            operations.computeIfPresent(number, (id, known) -> known.present());
            send(http, 200, "text/html", PaymentPages.payment(operation));
        }
    }

    private static String back(SimulatedOperation operation) {
        String back = operation.order().getOrDefault("urlredirect", "");
        return back
                + (back.contains("?") ? "&" : "?")
                + "idop="
                + URLEncoder.encode(operation.number(), StandardCharsets.UTF_8);
    }

    /** The payer does something on the page of an operation, which is then told to the site. */
    public void choose(String number, Choice choice) {
        Instant now = clock.instant();
        List<SimulatedOperation> chosen = new ArrayList<>();
        operations.computeIfPresent(
                number,
                (id, operation) -> {
                    if (operation.choice() != null) {
                        return operation;
                    }
                    SimulatedOperation ended =
                            operation.chosen(choice, now, now.plus(behaviour.ofResult()));
                    chosen.add(ended);
                    return ended;
                });
        chosen.forEach(this::notifySite);
    }

    /** The payer of an operation that has ended tries once more, and nobody is told. */
    public void changeMind(String number, Choice choice) {
        Instant now = clock.instant();
        operations.computeIfPresent(number, (id, operation) -> operation.chosen(choice, now, now));
    }

    private void notifySite(SimulatedOperation operation) {
        switch (behaviour.ofNotification()) {
            case LOST -> {
                // Nobody is told.
            }
            case ONCE -> threads.execute(() -> tell(operation));
            case TWICE ->
                    threads.execute(
                            () -> {
                                tell(operation);
                                tell(operation);
                            });
            case TWICE_AT_ONCE -> {
                threads.execute(() -> tell(operation));
                threads.execute(() -> tell(operation));
            }
        }
    }

    private void tell(SimulatedOperation operation) {
        String notify = operation.order().get("urlnotif");
        if (notify == null) {
            return;
        }
        HttpRequest request =
                HttpRequest.newBuilder(reached.apply(URI.create(notify)))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "idop="
                                                + URLEncoder.encode(
                                                        operation.number(),
                                                        StandardCharsets.UTF_8)))
                        .build();
        try {
            client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            // PayFiP does not tell twice because nobody was there.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(@Nullable String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void send(HttpExchange http, int status, String type, String text)
            throws IOException {
        byte[] bytes = SoapExchange.bytes(text);
        http.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
