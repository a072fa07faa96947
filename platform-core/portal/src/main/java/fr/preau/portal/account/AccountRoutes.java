package fr.preau.portal.account;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Child;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SessionToken;
import fr.preau.core.identity.Sessions;
import fr.preau.core.identity.SignIn;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.home.Children;
import fr.preau.portal.pages.DemoAccount;
import fr.preau.portal.pages.KeptFormPage;
import fr.preau.portal.pages.MembershipLine;
import fr.preau.portal.pages.ProfilePage;
import fr.preau.portal.pages.SignInPage;
import fr.preau.portal.resume.KeptForm;
import fr.preau.portal.resume.OwnAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signing in, signing out, and the page on which a person sees who they are for Préau. */
public final class AccountRoutes {

    private final SignIn signIn;
    private final Sessions sessions;
    private final TokenSigner signer;
    private final Tenants tenants;
    private final UnitsOfWork units;
    private final Directory directory;
    private final Drawing drawing;
    private final Supplier<List<DemoAccount>> demoAccounts;

    /**
     * @param demoAccounts the accounts to show, none outside demo mode
     */
    public AccountRoutes(
            SignIn signIn,
            Sessions sessions,
            TokenSigner signer,
            Tenants tenants,
            UnitsOfWork units,
            Directory directory,
            Drawing drawing,
            Supplier<List<DemoAccount>> demoAccounts) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.signer = signer;
        this.tenants = tenants;
        this.units = units;
        this.directory = directory;
        this.drawing = drawing;
        this.demoAccounts = demoAccounts;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/sign-in")
                        .takes(SignInLink.class)
                        .shows(SignInPage.class)
                        .allows(Callers.anyone())
                        .drawnBy((page, context) -> drawing.screens().signIn(page, context))
                        .handledBy(
                                (request, link) ->
                                        Answer.show(page(link.login(), false, link.returnTo()))),
                Route.post("/sign-in")
                        .takes(SignInForm.class)
                        .shows(SignInOutcome.class)
                        .allows(Callers.anyone())
                        .drawnBy(this::drawn)
                        .handledBy(this::signIn),
                Route.post("/sign-out")
                        .shows(SignedOut.class)
                        .allows(Callers.signedIn())
                        .drawnBy(
                                (out, context) ->
                                        drawing.screens().signIn(page(null, false, null), context))
                        .handledBy(this::signOut),
                Route.get("/profile")
                        .shows(ProfilePage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.screens().profile(page, context))
                        .handledBy(this::profile));
    }

    private Screen drawn(SignInOutcome outcome, PageContext context) {
        KeptFormPage kept = outcome.kept();
        return kept == null
                ? drawing.screens().signIn(outcome.page(), context)
                : drawing.screens().keptForm(kept, context);
    }

    private Answer<SignInOutcome> signIn(Request request, SignInForm form) {
        Visit visit = Visit.of(request);
        KeptForm kept = KeptForm.read(form.kept()).orElse(null);
        Optional<SessionToken> begun =
                signIn.withPassword(text(form.login()), text(form.password()));
        if (begun.isEmpty()) {
            visit.answerWith(401);
            SignInPage again = page(form.login(), true, form.returnTo()).keeping(kept);
            return Answer.tryAgain(
                    new SignInOutcome(null, again, null),
                    Violations.of("login", drawing.texts().text("sign-in.failed.short")));
        }
        SessionToken token = begun.get();
        visit.begin(token);
        SignInPage page = page(form.login(), false, form.returnTo());
        if (kept != null && !visit.wantsJson()) {
            return Answer.show(new SignInOutcome(null, page, toConfirm(visit, token, kept)));
        }
        String bearer = signer.sign(token.session(), token.account());
        return Answer.done(
                new SignInOutcome(bearer, page, null), OwnAddress.orAccueil(form.returnTo()));
    }

    /** The page is already the one of the person who has just signed in. */
    private KeptFormPage toConfirm(Visit visit, SessionToken token, KeptForm kept) {
        SignedIn person = sessions.find(token.session()).orElseThrow(Refusal::forbidden);
        visit.isOf(person);
        return new KeptFormPage(person.displayName(), kept);
    }

    private Answer<SignedOut> signOut(Request request, NoInput input) {
        Visit visit = Visit.of(request);
        sessions.end(visit.person().session());
        visit.end();
        return Answer.done(
                new SignedOut(true),
                "/sign-in",
                drawing.texts().text(visit.audience(), "sign-out.done"));
    }

    private SignInPage page(@Nullable String login, boolean failed, @Nullable String returnTo) {
        return new SignInPage(
                text(login), failed, OwnAddress.orAccueil(returnTo), demoAccounts.get());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private Answer<ProfilePage> profile(Request request, NoInput input) {
        SignedIn person = Visit.of(request).person();
        List<MembershipLine> lines = new ArrayList<>();
        if (person.operator()) {
            lines.add(
                    new MembershipLine(
                            null, "Département", Profile.OPERATOR, Set.of(), List.of(), List.of()));
        }
        for (Membership membership : person.memberships()) {
            tenants.byUai(membership.uai())
                    .filter(Tenant::isOpen)
                    .ifPresent(tenant -> lines.add(line(tenant, membership)));
        }
        return Answer.show(new ProfilePage(person.displayName(), text(person.login()), lines));
    }

    private MembershipLine line(Tenant tenant, Membership membership) {
        College college = tenant.college();
        return units.read(
                tenant.space(),
                unit -> {
                    boolean guardian = membership.profile() == Profile.GUARDIAN;
                    List<Child> children =
                            guardian ? directory.childrenOf(membership.person()) : List.of();
                    List<String> classes =
                            membership.profile() == Profile.PUPIL
                                            || membership.profile() == Profile.TEACHER
                                    ? directory.classesOf(membership.person()).stream()
                                            .map(SchoolClass::name)
                                            .toList()
                                    : List.of();
                    return new MembershipLine(
                            college.slug(),
                            college.name(),
                            membership.profile(),
                            membership.functions(),
                            classes,
                            Children.lines(college, children));
                });
    }
}
