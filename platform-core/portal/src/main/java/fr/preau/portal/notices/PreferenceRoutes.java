package fr.preau.portal.notices;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.notices.bymail.MailAddress;
import fr.preau.core.notices.bymail.MailAddresses;
import fr.preau.core.notices.bymail.MailChoice;
import fr.preau.core.notices.bymail.NoticeChoices;
import fr.preau.core.notices.push.Devices;
import fr.preau.core.notices.push.PushKeys;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.AddressLinkPage;
import fr.preau.portal.pages.DeviceLine;
import fr.preau.portal.pages.PreferencesPage;
import fr.preau.portal.pages.StopMailsPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How somebody wants to be told, and at which address; who they are comes from the session. */
public final class PreferenceRoutes {

    private static final String PAGE = "/notifications/preferences";

    /** Whether it can be an address; whether it is one, its link tells. */
    private static final Pattern MAIL =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z0-9-]{2,63}");

    private static final int LONGEST_MAIL = 254;

    private final boolean mails;
    private final MailAddresses addresses;
    private final NoticeChoices choices;
    private final Devices devices;
    private final PushKeys keys;
    private final OfferedChoices offers;
    private final Drawing drawing;

    /**
     * @param mails whether this Préau sends mails
     */
    public PreferenceRoutes(
            boolean mails,
            MailAddresses addresses,
            NoticeChoices choices,
            Devices devices,
            PushKeys keys,
            Tenants tenants,
            ModuleGate gate,
            UnitsOfWork units,
            Directory directory,
            Drawing drawing) {
        this.mails = mails;
        this.addresses = addresses;
        this.choices = choices;
        this.devices = devices;
        this.keys = keys;
        this.offers = new OfferedChoices(tenants, gate, units, directory);
        this.drawing = drawing;
    }

    /**
     * What was chosen.
     *
     * @param choice of mails, by field
     * @param push of devices, by field
     */
    private record Chosen(
            @Nullable Map<String, String> choice, @Nullable Map<String, String> push) {}

    private record LetIn(
            @Nullable String endpoint,
            @Nullable String key,
            @Nullable String auth,
            @Nullable String name) {}

    private record OfDevice(UUID device) {}

    private record Wanted(@Nullable String mail) {}

    private record Link(@Nullable String token) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(PAGE)
                        .shows(PreferencesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().preferences(page, context))
                        .handledBy(
                                (request, input) -> Answer.show(page(Visit.of(request).person()))),
                Route.post(PAGE)
                        .takes(Chosen.class)
                        .shows(PreferencesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().preferences(page, context))
                        .handledBy(this::choose),
                Route.post("/notifications/address")
                        .takes(Wanted.class)
                        .shows(PreferencesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().preferences(page, context))
                        .handledBy(this::want),
                Route.get("/notifications/address")
                        .takes(Link.class)
                        .shows(AddressLinkPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().link(page, context))
                        .handledBy(
                                (request, input) ->
                                        Answer.show(new AddressLinkPage(text(input.token())))),
                Route.post("/notifications/address/confirm")
                        .takes(Link.class)
                        .shows(PreferencesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().preferences(page, context))
                        .handledBy(this::confirm),
                Route.post("/notifications/address/remove")
                        .shows(PreferencesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().preferences(page, context))
                        .handledBy(this::remove),
                Route.post("/notifications/address/resume")
                        .shows(PreferencesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().preferences(page, context))
                        .handledBy(this::goOn),
                Route.post("/notifications/devices")
                        .takes(LetIn.class)
                        .shows(PreferencesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().preferences(page, context))
                        .handledBy(this::letIn),
                Route.post("/notifications/devices/{device}/remove")
                        .takes(OfDevice.class)
                        .shows(PreferencesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().preferences(page, context))
                        .handledBy(this::removeDevice),
                // Whoever has a mail has its link, signed in or not.
                Route.get("/notifications/stop")
                        .takes(Link.class)
                        .shows(StopMailsPage.class)
                        .allows(Callers.anyone())
                        .drawnBy((page, context) -> drawing.notices().stop(page, context))
                        .handledBy(
                                (request, input) ->
                                        Answer.show(new StopMailsPage(known(input), false))),
                // Also sent by the server of a mailbox, as RFC 8058 has it.
                Route.post("/notifications/stop")
                        .takes(Link.class)
                        .shows(StopMailsPage.class)
                        .allows(Callers.anyone())
                        .drawnBy((page, context) -> drawing.notices().stop(page, context))
                        .handledBy(
                                (request, input) -> {
                                    addresses.stop(known(input));
                                    return Answer.show(new StopMailsPage(known(input), true));
                                }));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    private String known(Link link) {
        String token = text(link.token());
        if (!addresses.isStopToken(token)) {
            throw Refusal.notFound();
        }
        return token;
    }

    private PreferencesPage page(SignedIn person) {
        MailAddress address = addresses.of(person.account());
        return new PreferencesPage(
                mails,
                address.mail().orElse(null),
                address.wanted().orElse(null),
                address.stopped(),
                address.bad().isPresent(),
                null,
                null,
                keys.publicKey(),
                devices.of(person.account()).stream()
                        .map(device -> new DeviceLine(device.id(), device.name(), device.since()))
                        .toList(),
                OfferedChoices.groups(offers.of(person), choices.of(person.account())));
    }

    /** What is not on the page is not taken, and what has not changed is not written. */
    private Answer<PreferencesPage> choose(Request request, Chosen input) {
        SignedIn person = Visit.of(request).person();
        Map<String, String> mail = input.choice() == null ? Map.of() : input.choice();
        Map<String, String> push = input.push() == null ? Map.of() : input.push();
        Map<NoticeChoices.About, NoticeChoices.Choice> before = choices.of(person.account());
        Map<NoticeChoices.About, NoticeChoices.Choice> changed = new HashMap<>();
        for (OfferedChoices.Offered offered : offers.of(person)) {
            NoticeChoices.Choice now = offered.chosen(before);
            String byMail = mail.get(offered.field());
            String byPush = push.get(offered.field());
            NoticeChoices.Choice said =
                    new NoticeChoices.Choice(
                            byMail == null ? now.mail() : choice(byMail),
                            byPush == null ? now.push() : byPush.equals("true"));
            if (!said.equals(now)) {
                changed.put(offered.about(), said);
            }
        }
        choices.choose(person.account(), changed);
        return done(person, "preferences.kept");
    }

    private static MailChoice choice(String said) {
        try {
            return MailChoice.valueOf(said);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofType(422, "unknown-choice");
        }
    }

    private Answer<PreferencesPage> want(Request request, Wanted input) {
        SignedIn person = Visit.of(request).person();
        if (!mails) {
            throw Refusal.notFound();
        }
        String mail = text(input.mail()).strip();
        if (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches()) {
            return tryAgain(person, mail, "preferences.mail.wrong");
        }
        if (!addresses.want(person.account(), mail)) {
            return tryAgain(person, mail, "preferences.mail.too-often");
        }
        return done(person, "preferences.mail.link-sent");
    }

    private Answer<PreferencesPage> tryAgain(SignedIn person, String typed, String error) {
        String words = drawing.texts().text(error);
        return Answer.tryAgain(page(person).with(typed, words), Violations.of("mail", words));
    }

    private Answer<PreferencesPage> confirm(Request request, Link input) {
        SignedIn person = Visit.of(request).person();
        if (!addresses.confirm(person.account(), text(input.token()))) {
            throw Refusal.ofType(410, "address-link-over");
        }
        return done(person, "preferences.mail.confirmed");
    }

    private Answer<PreferencesPage> remove(Request request, NoInput input) {
        SignedIn person = Visit.of(request).person();
        addresses.remove(person.account());
        return done(person, "preferences.mail.removed");
    }

    private Answer<PreferencesPage> goOn(Request request, NoInput input) {
        SignedIn person = Visit.of(request).person();
        addresses.goOn(person.account());
        return done(person, "preferences.mail.resumed");
    }

    private Answer<PreferencesPage> letIn(Request request, LetIn input) {
        SignedIn person = Visit.of(request).person();
        boolean known =
                devices.add(
                        person.account(),
                        text(input.endpoint()),
                        text(input.key()),
                        text(input.auth()),
                        text(input.name()));
        if (!known) {
            throw Refusal.ofType(422, "unknown-device");
        }
        return done(person, "preferences.device.added");
    }

    private Answer<PreferencesPage> removeDevice(Request request, OfDevice input) {
        SignedIn person = Visit.of(request).person();
        devices.remove(person.account(), input.device());
        return done(person, "preferences.device.removed");
    }

    private Answer<PreferencesPage> done(SignedIn person, String words) {
        return Answer.done(page(person), PAGE, drawing.texts().text(words));
    }
}
