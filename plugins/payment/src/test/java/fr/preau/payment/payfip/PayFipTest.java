package fr.preau.payment.payfip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.event.Asked;
import fr.preau.api.web.WebAnswer;
import fr.preau.api.web.WebRequest;
import fr.preau.payfip.Behaviour;
import fr.preau.payfip.Choice;
import fr.preau.payfip.Misbehaviour;
import fr.preau.payfip.PayFipSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we ask PayFiP, and how we read what it answers, over real SOAP. */
class PayFipTest {

    private static final PayFipSimulator SIMULATOR =
            PayFipSimulator.start(0, address -> address, Clock.systemUTC());

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @BeforeEach
    void behave() {
        SIMULATOR.behave(Behaviour.good());
    }

    private static PaymentOrder order(int cents) {
        return new PaymentOrder(
                2026,
                "parent@example.org",
                cents,
                "123456",
                "Restauration <scolaire> & co",
                "ABCDEF0123456789",
                Saisie.TEST,
                URI.create("https://ent.example/c/departement/payment/notifications"),
                URI.create("https://ent.example/c/departement/payment/back"));
    }

    private static Asked send(WebRequest request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(SIMULATOR.base().resolve(request.address().getRawPath()))
                        .method(
                                request.method(),
                                HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        try {
            HttpResponse<byte[]> answer =
                    CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            return Asked.answered(new WebAnswer(answer.statusCode(), Map.of(), answer.body()));
        } catch (IOException e) {
            return Asked.failed("no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String begin() {
        return ((PayFipAnswer.Given<String>) PayFip.created(send(PayFip.create(order(4_250)))))
                .value();
    }

    @ParameterizedTest
    @CsvSource({
        "PAY_BY_CARD, PAID_BY_CARD",
        "PAY_BY_DEBIT, PAID_BY_DEBIT",
        "BE_REFUSED, REFUSED",
        "BE_REFUSED_DEBIT, DEBIT_REFUSED",
        "GIVE_UP, ABANDONED"
    })
    void whatBecameOfAPaymentIsRead(Choice choice, PaymentResult.Outcome outcome) {
        String number = begin();
        SIMULATOR.choose(number, choice);

        PayFipAnswer<PaymentResult> answer = PayFip.result(send(PayFip.askResult(number)));

        PaymentResult result = ((PayFipAnswer.Given<PaymentResult>) answer).value();
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.operation()).isEqualTo(number);
        assertThat(result.cents()).isEqualTo(4_250);
        assertThat(result.client()).isEqualTo("123456");
        assertThat(result.reference()).isEqualTo("ABCDEF0123456789");
        assertThat(result.at()).isPresent();
        assertThat(result.authorisation().isPresent()).isEqualTo(outcome.isPaid());
        assertThat(SIMULATOR.operation(number).orElseThrow().order())
                .containsEntry("objet", "Restauration <scolaire> & co")
                .containsEntry("montant", "4250")
                .containsEntry("saisie", "T");
    }

    @Test
    void thatThePayerHasNotFinishedIsNoError() {
        assertThat(PayFip.result(send(PayFip.askResult(begin()))))
                .isInstanceOfSatisfying(
                        PayFipAnswer.Refused.class,
                        refused ->
                                assertThat(refused.fault())
                                        .matches(
                                                fault ->
                                                        ((PayFipFault) fault)
                                                                .is(PayFipFault.NO_RESULT_YET)));
    }

    @Test
    void anOperationThatNobodyKnowsIsSaidToBeUnknown() {
        PayFipAnswer<PaymentResult> answer = PayFip.result(send(PayFip.askResult("nobody's")));

        PayFipFault fault = ((PayFipAnswer.Refused<PaymentResult>) answer).fault();
        assertThat(fault.kind()).isEqualTo(PayFipFault.Kind.FUNCTIONAL);
        assertThat(fault.is(PayFipFault.UNKNOWN_OPERATION)).isTrue();
        assertThat(fault.words()).isEqualTo("IdOp incorrect.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"DOWN", "CUT", "CUT_AFTERWARDS", "GARBAGE", "TECHNICAL"})
    void whateverGoesWrongIsNeverTakenForAResult(Misbehaviour wrong) {
        String number = begin();
        SIMULATOR.choose(number, Choice.PAY_BY_CARD);
        SIMULATOR.behave(call -> wrong);

        PayFipAnswer<PaymentResult> answer = PayFip.result(send(PayFip.askResult(number)));

        assertThat(answer).isNotInstanceOf(PayFipAnswer.Given.class);
        if (answer instanceof PayFipAnswer.Refused<PaymentResult> refused) {
            assertThat(refused.fault().kind()).isEqualTo(PayFipFault.Kind.TECHNICAL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>payé</body></html>",
                "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body/></S:Envelope>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><S:Envelope"
                        + " xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                        + "<creerPaiementSecuriseResponse><return><idOp>&e;</idOp></return>"
                        + "</creerPaiementSecuriseResponse></S:Body></S:Envelope>",
                "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                        + "<creerPaiementSecuriseResponse><return><idOp>  </idOp></return>"
                        + "</creerPaiementSecuriseResponse></S:Body></S:Envelope>",
                "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                        + "<recupererDetailPaiementSecuriseResponse><return><idOp>1</idOp></return>"
                        + "</recupererDetailPaiementSecuriseResponse></S:Body></S:Envelope>"
            })
    void whatIsNoAnswerToTheQuestionIsUnclear(String body) {
        Asked asked =
                Asked.answered(new WebAnswer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));

        assertThat(PayFip.created(asked)).isInstanceOf(PayFipAnswer.Unclear.class);
    }

    @Test
    void whatPayFipWouldRefuseIsRefusedBeforeItIsAsked() {
        assertThatThrownBy(() -> order(99)).hasMessageContaining("montant");
        assertThatThrownBy(() -> order(10_000_000)).hasMessageContaining("montant");
        assertThatThrownBy(
                        () ->
                                new PaymentOrder(
                                        2026,
                                        "parent@example.org",
                                        100,
                                        "12345",
                                        "Repas",
                                        "ABCDEF",
                                        Saisie.TEST,
                                        URI.create("https://ent.example/"),
                                        URI.create("https://ent.example/")))
                .hasMessageContaining("numcli");
    }
}
