package fr.preau.testkit;

import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import fr.preau.core.identity.SignedIn;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who calls the module, through everything that stands before it. */
public final class Visitor {

    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    private final KitNode node;
    private final @Nullable SignedIn person;
    private final College college;
    private final String module;
    private final boolean browser;

    Visitor(KitNode node, KitPerson person, String module) {
        this(node, node.signIn(person), person.college(), module, false);
    }

    /** Who has not signed in, at the addresses of this collège. */
    static Visitor fromOutside(KitNode node, College college, String module) {
        return new Visitor(node, null, college, module, false);
    }

    /** Somebody who is a person of this collège and another one of a second collège. */
    static Visitor ofTwo(KitNode node, KitPerson person, KitPerson elsewhere, String module) {
        return new Visitor(node, node.signIn(person, elsewhere), person.college(), module, false);
    }

    /** Somebody who works for the Département, at its own place. */
    static Visitor operator(KitNode node, KitCollege departement, String module) {
        return new Visitor(node, node.signInOperator(), departement.college(), module, false);
    }

    private Visitor(
            KitNode node,
            @Nullable SignedIn person,
            College college,
            String module,
            boolean browser) {
        this.node = node;
        this.person = person;
        this.college = college;
        this.module = module;
        this.browser = browser;
    }

    /** The same person in a browser: answers are pages, and a form that is wrong is shown again. */
    public Visitor inBrowser() {
        return new Visitor(node, person, college, module, true);
    }

    /** The same person at the address of another collège. */
    public Visitor at(KitCollege other) {
        return new Visitor(node, person, other.college(), module, browser);
    }

    /** Who they are at the Département's own place, which knows people by their accounts. */
    public PersonId account() {
        if (person == null) {
            throw new KitFailure("who has not signed in has no account");
        }
        return new PersonId(person.account());
    }

    /**
     * @param path below the module, as in {@code /items?page=2}
     */
    public KitAnswer get(String path) {
        return call("GET", address(path), null, browser);
    }

    public KitAnswer post(String path, Form form) {
        return call("POST", address(path), form, browser);
    }

    public KitAnswer put(String path, Form form) {
        return call("PUT", address(path), form, browser);
    }

    public KitAnswer delete(String path) {
        return call("DELETE", address(path), Form.empty(), browser);
    }

    /**
     * A card of the module, as the accueil gets it when it does not wait; its record is « page ».
     */
    public KitAnswer card(String id) {
        String address = "/cards/" + college.slug() + "/" + module + "/" + id;
        return call("GET", address, null, browser);
    }

    /** A page of the portal itself, as in {@code /notifications/preferences}. */
    public KitAnswer portal(String address) {
        return call("GET", address, null, browser);
    }

    /** A form of the portal itself. */
    public KitAnswer portal(String address, Form form) {
        return call("POST", address, form, browser);
    }

    /** The accueil with all cards. */
    public KitAnswer accueil() {
        return call("GET", "/", null, browser);
    }

    /** What this person was told, of all modules; the first page is 1. */
    public KitAnswer notifications(int page) {
        return call("GET", "/notifications?page=" + page, null, browser);
    }

    /** Marks all as read that this person was told so far. */
    public KitAnswer seeAllNotifications() {
        return call("POST", "/notifications/seen", Form.empty(), browser);
    }

    private String address(String path) {
        return "/c/" + college.slug() + "/" + module + path;
    }

    private KitAnswer call(String method, String address, @Nullable Form form, boolean asPage) {
        int question = address.indexOf('?');
        Map<String, String> headers = new HashMap<>();
        headers.put("accept", asPage ? HTML : JSON);
        byte[] body = new byte[0];
        if (form != null) {
            Form signed = form.signed(person == null ? "" : node.formToken(person.session()));
            headers.put("content-type", signed.type());
            body = signed.body();
        }
        PlayedResponse response =
                node.serve(
                        new PlayedRequest(
                                method,
                                question < 0 ? address : address.substring(0, question),
                                question < 0 ? null : address.substring(question + 1),
                                headers,
                                person == null ? "" : person.session().toString(),
                                body));
        String who = person == null ? "nobody" : person.displayName();
        String call = method + " " + address + " as " + who;
        return new KitAnswer(
                call, response, node.lastStatements(), () -> again(call, method, address, asPage));
    }

    private KitAnswer again(String call, String method, String address, boolean asPage) {
        if (asPage || !method.equals("GET")) {
            throw new KitFailure(call + " has no page: inBrowser() asks for one");
        }
        return call(method, address, null, true);
    }
}
