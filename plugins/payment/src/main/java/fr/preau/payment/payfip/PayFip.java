package fr.preau.payment.payfip;

import fr.preau.api.event.Asked;
import fr.preau.api.text.ModuleTexts;
import fr.preau.api.web.WebAnswer;
import fr.preau.api.web.WebRequest;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The two questions that PayFiP is asked, as SOAP 1.1 requests, and its answers.
 *
 * <p>Neither what a browser brings back nor the notification is ever believed: only {@link #result}
 * says what was paid.
 */
public final class PayFip {

    private static final ModuleTexts TEXTS = ModuleTexts.of(PayFip.class);

    /** The server, which the manifest names. */
    public static final String HOST = "www.payfip.gouv.fr";

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    static final String SERVICE =
            "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/"
                    + "contrat_paiement_securise/PaiementSecuriseService";

    private static final URI ENDPOINT = URI.create("https://" + HOST + "/tpa/services/securite");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("ddMMuuuuHHmm");

    private PayFip() {}

    /** Where a browser pays an operation; once, and within 15 minutes of {@link #created}. */
    public static URI pageOf(String operation) {
        return URI.create(
                "https://"
                        + HOST
                        + "/tpa/paiementws.web?idop="
                        + URLEncoder.encode(operation, StandardCharsets.UTF_8));
    }

    /** Asks PayFiP to take a payment. */
    public static WebRequest create(PaymentOrder order) {
        return request(
                "creerPaiementSecurise",
                List.of(
                        Map.entry("exer", String.valueOf(order.year())),
                        Map.entry("mel", order.mail()),
                        Map.entry("montant", String.valueOf(order.cents())),
                        Map.entry("numcli", order.client()),
                        Map.entry("objet", order.subject()),
                        Map.entry("refdet", order.reference()),
                        Map.entry("saisie", order.saisie().letter()),
                        Map.entry("urlnotif", order.notification().toString()),
                        Map.entry("urlredirect", order.back().toString())));
    }

    /** The number of the operation that was created. */
    public static PayFipAnswer<String> created(Asked asked) {
        return read(asked, "creerPaiementSecuriseResponse", PayFip::operation);
    }

    /** Asks PayFiP what became of an operation; as often as one likes, for a year. */
    public static WebRequest askResult(String operation) {
        return request("recupererDetailPaiementSecurise", List.of(Map.entry("idOp", operation)));
    }

    /** What became of an operation. */
    public static PayFipAnswer<PaymentResult> result(Asked asked) {
        return read(asked, "recupererDetailPaiementSecuriseResponse", PayFip::detail);
    }

    private static WebRequest request(String call, List<Map.Entry<String, String>> fields) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("soapenv", "Envelope", SOAP);
            xml.writeNamespace("soapenv", SOAP);
            xml.writeNamespace("pai", SERVICE);
            xml.writeStartElement("soapenv", "Body", SOAP);
            xml.writeStartElement("pai", call, SERVICE);
            xml.writeStartElement("arg0");
            for (Map.Entry<String, String> field : fields) {
                xml.writeStartElement(field.getKey());
                xml.writeCharacters(field.getValue());
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory could not be written", e);
        }
        return new WebRequest(
                "POST",
                ENDPOINT,
                Map.of("Content-Type", "text/xml; charset=utf-8", "SOAPAction", "\"\""),
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static <T> PayFipAnswer<T> read(
            Asked asked, String response, Function<Map<String, String>, Optional<T>> value) {
        Optional<WebAnswer> answer = asked.answer();
        if (answer.isEmpty()) {
            return new PayFipAnswer.Unclear<>(TEXTS.text("strange.unreachable"));
        }
        SoapBody body;
        try {
            body = SoapBody.read(answer.get().body());
        } catch (XMLStreamException e) {
            return new PayFipAnswer.Unclear<>(
                    TEXTS.text("strange.no-message", answer.get().status()));
        }
        if (body.fault().isPresent()) {
            return new PayFipAnswer.Refused<>(body.fault().get());
        }
        if (!body.name().equals(response)) {
            return new PayFipAnswer.Unclear<>(TEXTS.text("strange.other-question", body.name()));
        }
        return value.apply(body.fields())
                .<PayFipAnswer<T>>map(PayFipAnswer.Given::new)
                .orElseGet(() -> new PayFipAnswer.Unclear<>(TEXTS.text("strange.incomplete")));
    }

    private static Optional<String> operation(Map<String, String> fields) {
        return field(fields, "idOp").filter(id -> id.length() <= 100);
    }

    private static Optional<PaymentResult> detail(Map<String, String> fields) {
        Optional<String> operation = operation(fields);
        Optional<String> reference = field(fields, "refdet");
        Optional<String> client = field(fields, "numcli");
        Optional<Integer> cents = field(fields, "montant").flatMap(PayFip::cents);
        Optional<PaymentResult.Outcome> outcome =
                field(fields, "resultrans").flatMap(PaymentResult.Outcome::of);
        if (operation.isEmpty()
                || reference.isEmpty()
                || client.isEmpty()
                || cents.isEmpty()
                || outcome.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PaymentResult(
                        operation.get(),
                        reference.get(),
                        client.get(),
                        cents.get(),
                        outcome.get(),
                        field(fields, "numauto"),
                        moment(fields)));
    }

    private static Optional<String> field(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    private static Optional<Integer> cents(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<LocalDateTime> moment(Map<String, String> fields) {
        try {
            return field(fields, "dattrans")
                    .flatMap(date -> field(fields, "heurtrans").map(time -> date + time))
                    .map(text -> LocalDateTime.parse(text, MOMENT));
        } catch (DateTimeException e) {
            // When is told for people; that it was paid does not hang on it.
            return Optional.empty();
        }
    }
}
