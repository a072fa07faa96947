package fr.preau.canteen.registration;

import fr.preau.api.directory.Family;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.StoredFile;
import fr.preau.api.route.Request;
import fr.preau.api.route.Violations;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.registration.RegistrationsPage.Open;
import fr.preau.canteen.registration.RegistrationsPage.Sent;
import fr.preau.canteen.rules.RuleBook;
import fr.preau.canteen.rules.Terms;
import fr.preau.canteen.tariff.Bands;
import fr.preau.canteen.tariff.MealPrice;
import fr.preau.canteen.tariff.Quotient;
import fr.preau.canteen.tariff.TariffBook;
import fr.preau.canteen.tariff.TaxNotice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of an application: as it is kept, or as somebody has typed it. */
final class RegistrationForms {

    private static final int HUNDREDTHS = 100;

    private final Registering registering;
    private final RuleBook rules;
    private final TariffBook tariffs;
    private final FileStore files;
    private final WhoRuns who;

    RegistrationForms(
            Registering registering,
            RuleBook rules,
            TariffBook tariffs,
            FileStore files,
            WhoRuns who) {
        this.registering = registering;
        this.rules = rules;
        this.tariffs = tariffs;
        this.files = files;
        this.who = who;
    }

    /** Three statements. */
    RegistrationsPage all(Request request) {
        if (!who.fixesHere(request)) {
            return new RegistrationsPage(
                    false, null, null, false, null, false, List.of(), List.of());
        }
        LocalDate today = registering.today();
        Optional<Terms> terms = rules.registering(today);
        List<Application> applications = registering.of(request.caller().person());
        List<Application> open =
                applications.stream().filter(each -> each.state().isOpen()).toList();
        Map<UUID, List<ApplicationChild>> children =
                registering.children(applications.stream().map(Application::id).toList());
        return new RegistrationsPage(
                true,
                terms.map(each -> each.year().toString()).orElse(null),
                terms.map(Terms::campaignUntil).orElse(null),
                terms.filter(each -> today.isAfter(each.campaignUntil())).isPresent(),
                rules.next(today).map(Terms::campaignFrom).orElse(null),
                terms.filter(each -> open.stream().noneMatch(of -> isOf(of, each))).isPresent(),
                open.stream().map(RegistrationForms::open).toList(),
                applications.stream()
                        .filter(each -> !each.state().isOpen())
                        .map(each -> sent(each, children.getOrDefault(each.id(), List.of())))
                        .toList());
    }

    /** Two statements. */
    RegistrationCard card(Request request) {
        LocalDate today = registering.today();
        List<Application> applications = registering.of(request.caller().person());
        Optional<Application> open =
                applications.stream().filter(each -> each.state().isOpen()).findFirst();
        if (open.isPresent()) {
            return new RegistrationCard(
                    open.get().state() == ApplicationState.REFUSED
                            ? RegistrationCard.Says.PUT_RIGHT
                            : RegistrationCard.Says.GO_ON,
                    open.get().year().toString(),
                    null,
                    "/registrations");
        }
        return rules.registering(today)
                .filter(terms -> terms.isCampaign(today))
                .filter(terms -> applications.stream().noneMatch(each -> isOf(each, terms)))
                .map(
                        terms ->
                                new RegistrationCard(
                                        RegistrationCard.Says.BEGIN,
                                        terms.year().toString(),
                                        terms.campaignUntil(),
                                        "/registrations"))
                .orElse(RegistrationCard.NOTHING);
    }

    private static boolean isOf(Application application, Terms terms) {
        return application.year().equals(terms.year());
    }

    private static Open open(Application application) {
        return new Open(
                application.id(),
                application.year().toString(),
                application.reached(),
                application.reached() + 1,
                Step.address(application.id(), application.reached() + 1),
                application.changedAt(),
                application.state() == ApplicationState.REFUSED);
    }

    private static Sent sent(Application application, List<ApplicationChild> children) {
        return new Sent(
                application.id(),
                application.year().toString(),
                application.sentAt().orElse(application.changedAt()),
                application.state(),
                application.check(),
                children.stream()
                        .map(
                                child ->
                                        new RegistrationsPage.Child(
                                                child.id(),
                                                child.pupilName(),
                                                child.collegeName(),
                                                child.weekdays(),
                                                child.check(),
                                                child.validFrom().orElse(null)))
                        .toList());
    }

    ChildrenPage children(Application application, Family family) {
        return children(
                application,
                family,
                registering.children(application).stream()
                        .map(child -> child.pupil().value())
                        .collect(Collectors.toSet()),
                Violations.none());
    }

    ChildrenPage children(
            Application application,
            Family family,
            Collection<UUID> chosen,
            Violations violations) {
        List<UUID> pupils =
                family.children().stream()
                        .map(child -> child.child().pupil().id().value())
                        .toList();
        Set<UUID> elsewhere = registering.registeredElsewhere(application, pupils);
        return new ChildrenPage(
                Step.of(application, Step.CHILDREN),
                application.guardianName(),
                family.children().stream()
                        .map(
                                child -> {
                                    UUID pupil = child.child().pupil().id().value();
                                    return new ChildrenPage.Line(
                                            pupil,
                                            child.child().pupil().displayName(),
                                            child.college().name(),
                                            ApplicationChild.classes(child),
                                            chosen.contains(pupil),
                                            elsewhere.contains(pupil));
                                })
                        .toList(),
                family.complete(),
                violations);
    }

    DaysPage days(Application application) {
        return days(
                application,
                registering.children(application).stream().map(RegistrationForms::line).toList(),
                null,
                Violations.none());
    }

    private static DaysPage.Line line(ApplicationChild child) {
        return new DaysPage.Line(
                child.id(), child.pupilName(), child.collegeName(), child.weekdays());
    }

    DaysPage days(
            Application application, DaysInput input, @Nullable UUID lacking, Violations wrong) {
        return days(
                application,
                registering.children(application).stream()
                        .map(
                                child ->
                                        new DaysPage.Line(
                                                child.id(),
                                                child.pupilName(),
                                                child.collegeName(),
                                                input.of(child.id())))
                        .toList(),
                lacking,
                wrong);
    }

    private DaysPage days(
            Application application,
            List<DaysPage.Line> lines,
            @Nullable UUID lacking,
            Violations wrong) {
        Terms terms = registering.terms(application);
        return new DaysPage(
                Step.of(application, Step.DAYS),
                lines,
                terms.weekdays(),
                terms.daysUntil(),
                !registering.today().isAfter(terms.daysUntil()),
                lacking,
                wrong);
    }

    QuotientPage quotient(Application application) {
        Optional<TaxNotice> notice = application.taxNotice();
        return quotient(
                application,
                application.source().orElse(null),
                notice.map(each -> String.valueOf(each.income())).orElse(""),
                notice.map(each -> shares(each.shares())).orElse(""),
                Violations.none());
    }

    private static String shares(int hundredths) {
        String cents = String.valueOf(HUNDREDTHS + hundredths % HUNDREDTHS).substring(1);
        String after = cents.replaceAll("0+$", "");
        return hundredths / HUNDREDTHS + (after.isEmpty() ? "" : "," + after);
    }

    QuotientPage quotient(
            Application application,
            @Nullable QuotientSource source,
            String income,
            String shares,
            Violations violations) {
        boolean kept = application.source().isPresent() && violations.isEmpty();
        return new QuotientPage(
                Step.of(application, Step.QUOTIENT),
                source,
                income,
                shares,
                file(application),
                kept ? price(application.quotient()) : null,
                application.quotient().map(Quotient::cents).orElse(null),
                price(Optional.empty()),
                violations);
    }

    private @Nullable MealPrice price(Optional<Quotient> quotient) {
        return tariffs.price(registering.today(), quotient).orElse(null);
    }

    private @Nullable String file(Application application) {
        return application.noticeFile().flatMap(files::describe).map(StoredFile::name).orElse(null);
    }

    static PayersPage payers(Application application) {
        Payers payers = application.payers();
        return new PayersPage(
                Step.of(application, Step.PAYERS),
                application.guardianName(),
                payers.split(),
                payers.split() == Split.SHARES ? String.valueOf(payers.ownShare()) : "50",
                payers.ownEven(),
                payers.otherName(),
                payers.mail(),
                Violations.none());
    }

    SummaryPage summary(Application application, Violations violations) {
        List<SummaryPage.Line> lines = new ArrayList<>();
        for (ApplicationChild child : registering.children(application)) {
            lines.add(
                    new SummaryPage.Line(
                            child.pupilName(),
                            child.collegeName(),
                            child.className(),
                            child.weekdays(),
                            child.reason()));
        }
        return new SummaryPage(
                Step.of(application, Step.SUMMARY),
                application.guardianName(),
                lines,
                application.quotient().map(Quotient::cents).orElse(null),
                price(application.quotient()),
                file(application),
                application.payers(),
                registering.today().isAfter(registering.terms(application).campaignUntil()),
                application.reason(),
                violations);
    }

    /** With the band of each by the tariff of today: two statements. */
    List<ApplicationsPage.Line> lines(
            List<Application> applications, Map<UUID, List<ApplicationChild>> children) {
        Optional<Bands> bands = tariffs.bandsOn(registering.today());
        List<ApplicationsPage.Line> lines = new ArrayList<>();
        for (Application each : applications) {
            lines.add(
                    new ApplicationsPage.Line(
                            each.id(),
                            each.guardianName(),
                            children.getOrDefault(each.id(), List.of()).stream()
                                    .map(child -> child.pupilName() + ", " + child.collegeName())
                                    .toList(),
                            each.quotient().map(Quotient::cents).orElse(null),
                            bands.map(of -> of.numberOf(each.quotient())).orElse(null),
                            each.sentAt().orElse(each.changedAt()),
                            each.isLate()));
        }
        return lines;
    }

    ApplicationPage application(Application application, Violations violations) {
        Optional<TaxNotice> notice = application.taxNotice();
        return application(
                application,
                notice.map(each -> String.valueOf(each.income())).orElse(""),
                notice.map(each -> shares(each.shares())).orElse(""),
                violations);
    }

    ApplicationPage application(
            Application application, String income, String shares, Violations violations) {
        List<ApplicationPage.Line> lines =
                registering.children(application).stream()
                        .map(
                                child ->
                                        new ApplicationPage.Line(
                                                child.pupilName(),
                                                child.collegeName(),
                                                child.className(),
                                                child.weekdays(),
                                                child.check(),
                                                child.reason(),
                                                child.checkedBy()))
                        .toList();
        return new ApplicationPage(
                application.id(),
                application.year().toString(),
                application.guardianName(),
                application.state(),
                application.sentAt().orElse(null),
                application.isLate(),
                lines,
                income,
                shares,
                application.quotient().map(Quotient::cents).orElse(null),
                price(application.quotient()),
                file(application),
                application.payers(),
                application.check(),
                application.reason(),
                application.checkedBy(),
                application.state() == ApplicationState.SENT
                        && application.check() == Check.WAITING,
                violations);
    }
}
