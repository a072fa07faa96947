package fr.preau.portal.notices;

import fr.preau.api.page.PageOf;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.notices.ReceivedNotice;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.notices.bymail.MailAddresses;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.NoticeLine;
import fr.preau.portal.pages.NoticesPage;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody was told, of all their collèges and children, the newest first. */
public final class NoticeRoutes {

    private static final int PAGE = 20;

    /** So far somebody goes back, a page at a time; older notices are found where they lead. */
    private static final int LAST_PAGE = 50;

    private static final Comparator<NoticeLine> NEWEST_FIRST =
            Comparator.comparing(NoticeLine::told).reversed();

    private final ReceivedNotices notices;
    private final MailAddresses addresses;
    private final Tenants tenants;
    private final ModuleGate gate;
    private final Drawing drawing;
    private final Clock clock;

    public NoticeRoutes(
            ReceivedNotices notices,
            MailAddresses addresses,
            Tenants tenants,
            ModuleGate gate,
            Drawing drawing,
            Clock clock) {
        this.notices = notices;
        this.addresses = addresses;
        this.tenants = tenants;
        this.gate = gate;
        this.drawing = drawing;
        this.clock = clock;
    }

    /** A page of the list. */
    private record WantedPage(int page) {}

    /**
     * All that was shown.
     *
     * @param until when the page was made; what came since stays lit
     */
    private record SeeAll(@Nullable String until) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/notifications")
                        .takes(WantedPage.class)
                        .shows(NoticesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().list(page, context))
                        .handledBy(
                                (request, input) ->
                                        Answer.show(page(Visit.of(request), input.page()))),
                Route.post("/notifications/seen")
                        .takes(SeeAll.class)
                        .shows(NoticesPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.notices().list(page, context))
                        .handledBy(this::seeAll));
    }

    private NoticesPage page(Visit visit, int asked) {
        int number = Math.max(1, Math.min(LAST_PAGE, asked));
        SignedIn person = visit.person();
        List<ToldCollege> colleges = ToldCollege.of(person, tenants, gate);
        Instant now = clock.instant();
        List<NoticeLine> lines = new ArrayList<>();
        for (ToldCollege college : colleges) {
            notices.newest(
                            college.college().uai(),
                            college.persons(),
                            college.modules().keySet(),
                            number * PAGE + 1)
                    .forEach(notice -> lines.add(line(college, notice)));
        }
        lines.sort(NEWEST_FIRST);
        List<NoticeLine> rest =
                lines.subList(Math.min(lines.size(), (number - 1) * PAGE), lines.size());
        return new NoticesPage(
                PageOf.from(rest.subList(0, Math.min(rest.size(), PAGE + 1)), number, PAGE),
                colleges.size() > 1,
                lines.stream().anyMatch(line -> !line.seen()),
                addresses.of(person.account()).bad().isPresent(),
                now);
    }

    private static NoticeLine line(ToldCollege college, ReceivedNotice notice) {
        return new NoticeLine(
                notice.title(),
                college.title(notice.module(), notice.kind()),
                "/c/" + college.college().slug() + "/" + notice.module() + notice.path(),
                college.college().slug(),
                college.college().name(),
                notice.child(),
                notice.told(),
                notice.seen());
    }

    private Answer<NoticesPage> seeAll(Request request, SeeAll input) {
        Visit visit = Visit.of(request);
        Instant until = moment(input.until());
        for (ToldCollege college : ToldCollege.of(visit.person(), tenants, gate)) {
            notices.seeAll(college.college().uai(), college.persons(), until);
        }
        return Answer.done(page(visit, 1), "/notifications");
    }

    /** What nobody can have been shown yet is never put out. */
    private Instant moment(@Nullable String until) {
        Instant now = clock.instant();
        if (until == null) {
            return now;
        }
        try {
            Instant said = Instant.parse(until);
            return said.isAfter(now) ? now : said;
        } catch (DateTimeParseException e) {
            return now;
        }
    }
}
