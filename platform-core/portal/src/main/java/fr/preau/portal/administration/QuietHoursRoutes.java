package fr.preau.portal.administration;

import fr.preau.api.route.Answer;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.College;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.notices.quiet.QuietHours;
import fr.preau.core.notices.quiet.QuietHoursOfColleges;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Administrators;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.QuietHoursPage;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a collège lets people be, as those who administer it set it. */
public final class QuietHoursRoutes {

    private static final String HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private final QuietHoursOfColleges quiet;
    private final Tenants tenants;
    private final Drawing drawing;

    public QuietHoursRoutes(QuietHoursOfColleges quiet, Tenants tenants, Drawing drawing) {
        this.quiet = quiet;
        this.tenants = tenants;
        this.drawing = drawing;
    }

    private record OfCollege(String college) {}

    private record Typed(
            String college,
            @Nullable String begins,
            @Nullable String ends,
            boolean weekends,
            boolean holidays) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/colleges/{college}/quiet-hours")
                        .takes(OfCollege.class)
                        .shows(QuietHoursPage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.notices().quiet(page, context))
                        .handledBy(
                                (request, input) ->
                                        Answer.show(page(enter(request, input.college())))),
                Route.post("/colleges/{college}/quiet-hours")
                        .takes(Typed.class)
                        .shows(QuietHoursPage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.notices().quiet(page, context))
                        .handledBy(this::set));
    }

    private College enter(Request request, String slug) {
        return Administrators.enter(Visit.of(request), tenants, slug).college();
    }

    private QuietHoursPage page(College college) {
        QuietHours hours = quiet.of(college.uai());
        return new QuietHoursPage(
                college.slug(),
                college.name(),
                hours.begins().toString(),
                hours.ends().toString(),
                hours.weekends(),
                hours.holidays(),
                null,
                null);
    }

    private Answer<QuietHoursPage> set(Request request, Typed input) {
        College college = enter(request, input.college());
        Optional<LocalTime> begins = hour(input.begins());
        Optional<LocalTime> ends = hour(input.ends());
        if (begins.isEmpty() || ends.isEmpty()) {
            return tryAgain(college, input, begins.isEmpty(), ends.isEmpty());
        }
        SignedIn person = Visit.of(request).person();
        quiet.set(
                new Actor(person.account(), person.displayName()),
                college.uai(),
                new QuietHours(begins.get(), ends.get(), input.weekends(), input.holidays()));
        QuietHoursPage page = page(college);
        return Answer.done(page, page.address(), drawing.texts().text("quiet.kept"));
    }

    private Answer<QuietHoursPage> tryAgain(
            College college, Typed input, boolean wrongBegin, boolean wrongEnd) {
        String words = drawing.texts().text("quiet.wrong-hour");
        Map<String, List<String>> wrong = new HashMap<>();
        if (wrongBegin) {
            wrong.put("begins", List.of(words));
        }
        if (wrongEnd) {
            wrong.put("ends", List.of(words));
        }
        return Answer.tryAgain(
                new QuietHoursPage(
                        college.slug(),
                        college.name(),
                        text(input.begins()),
                        text(input.ends()),
                        input.weekends(),
                        input.holidays(),
                        wrongBegin ? words : null,
                        wrongEnd ? words : null),
                new Violations(wrong));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** As a field for an hour sends it; « 7 h » is understood too. */
    private static Optional<LocalTime> hour(@Nullable String typed) {
        String text = text(typed).strip().replaceAll("\\s*[hH]\\s*", ":");
        String whole = text.endsWith(":") ? text + "00" : text;
        String padded = whole.matches("[0-9]:.*") ? "0" + whole : whole;
        return padded.matches(HOUR) ? Optional.of(LocalTime.parse(padded)) : Optional.empty();
    }
}
