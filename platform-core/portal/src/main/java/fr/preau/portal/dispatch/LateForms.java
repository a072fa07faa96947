package fr.preau.portal.dispatch;

import fr.preau.core.files.SentFile;
import fr.preau.portal.pages.DemoAccount;
import fr.preau.portal.pages.KeptFormPage;
import fr.preau.portal.pages.SignInPage;
import fr.preau.portal.resume.KeptForm;
import fr.preau.portal.resume.OwnAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Forms of our own pages that come when their session is over, or has become another one: what was
 * typed is kept, and sent by one more press on a page of ours. Until then nothing is done.
 */
final class LateForms {

    private final Drawing drawing;
    private final Supplier<List<DemoAccount>> demoAccounts;

    LateForms(Drawing drawing, Supplier<List<DemoAccount>> demoAccounts) {
        this.drawing = drawing;
        this.demoAccounts = demoAccounts;
    }

    /** The form a person sent from a page of ours, if this is one. */
    static Optional<KeptForm> of(Exchange exchange) {
        String address = exchange.request().getRequestURI();
        boolean person =
                exchange.request().getMethod().equals("POST")
                        && !exchange.wantsJson()
                        && !Htmx.asks(exchange.request());
        if (!person
                || !OwnAddress.isOne(address)
                || OwnForms.comesFromElsewhere(exchange.request())) {
            return Optional.empty();
        }
        List<String> lostFiles =
                exchange.files().values().stream()
                        .flatMap(List::stream)
                        .map(SentFile::name)
                        .toList();
        return Optional.of(KeptForm.of(address, exchange.input(), lostFiles));
    }

    /** Asks who has no session to sign in, and keeps the form meanwhile. */
    void askToSignIn(Exchange exchange, KeptForm form) throws IOException {
        Visit visit = exchange.visit();
        SignInPage page = new SignInPage("", false, "/", demoAccounts.get()).keeping(form);
        Responses.html(
                exchange.response(),
                401,
                drawing.document(visit, drawing.screens().signIn(page, drawing.portal(visit))));
    }

    /** Shows who has another session what they are about to send. */
    void askToConfirm(Exchange exchange, KeptForm form) throws IOException {
        Visit visit = exchange.visit();
        KeptFormPage page = new KeptFormPage(visit.person().displayName(), form);
        Responses.html(
                exchange.response(),
                403,
                drawing.document(visit, drawing.screens().keptForm(page, drawing.portal(visit))));
    }
}
