package fr.preau.portal.safety;

import fr.preau.api.route.Violations;
import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.imports.ImportRun;
import fr.preau.core.safety.WritingClosure;
import fr.preau.core.safety.WritingClosures;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.console.Figures;
import fr.preau.portal.look.Texts;
import fr.preau.portal.pages.ClosingPage;
import fr.preau.portal.pages.ClosingQuestion;
import fr.preau.portal.pages.ClosingQuestion.People;
import fr.preau.portal.pages.ClosureLine;
import fr.preau.portal.pages.CollegeName;
import fr.preau.portal.pages.TypedClosing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages on which writing is closed and opened. */
public final class ClosingSheets {

    private final WritingClosures closures;
    private final Tenants tenants;
    private final Figures figures;
    private final Texts texts;

    public ClosingSheets(WritingClosures closures, Tenants tenants, Figures figures, Texts texts) {
        this.closures = closures;
        this.tenants = tenants;
        this.figures = figures;
        this.texts = texts;
    }

    /** The form as it is at first: for pupils, everywhere, with a notice that can be sent as is. */
    TypedClosing untouched() {
        return new TypedClosing(
                List.of(Profile.PUPIL), false, List.of(), texts.text("closing.notice.usual"), "");
    }

    /**
     * @param own whose administration it is; null in the console
     */
    ClosingPage page(@Nullable Tenant own, TypedClosing typed, Violations violations) {
        return page(own, typed, violations, null);
    }

    /** The same with whom it would concern. */
    ClosingPage page(
            @Nullable Tenant own,
            TypedClosing typed,
            Violations violations,
            @Nullable ClosingQuestion question) {
        return new ClosingPage(
                address(own),
                own == null ? null : own.college().name(),
                closures.all().stream()
                        .filter(closure -> own == null || closure.isAt(own.college().uai()))
                        .map(closure -> line(closure, own))
                        .toList(),
                own == null ? open().stream().map(ClosingSheets::name).toList() : List.of(),
                typed,
                violations,
                question);
    }

    ClosingQuestion question(
            TypedClosing typed, List<Tenant> colleges, @Nullable Instant until, UUID act) {
        return new ClosingQuestion(
                colleges.stream().map(ClosingSheets::name).toList(),
                people(typed.profiles(), colleges),
                until,
                act);
    }

    static String address(@Nullable Tenant own) {
        return own == null
                ? "/departement/writing"
                : "/colleges/" + own.college().slug() + "/writing";
    }

    /** The collèges where people can write at all. */
    List<Tenant> open() {
        return tenants.all().stream().filter(Tenant::isOpen).toList();
    }

    /** Whether a closing may be opened from this administration. */
    static boolean isTheirs(WritingClosure closure, @Nullable Tenant own) {
        return own == null
                || closure.told().by() == Closure.By.COLLEGE
                        && closure.where().equals(Optional.of(own.college().uai()));
    }

    private ClosureLine line(WritingClosure closure, @Nullable Tenant own) {
        return new ClosureLine(
                closure.id(),
                closure.profiles().stream().sorted().toList(),
                closure.where().flatMap(tenants::byUai).map(t -> t.college().name()).orElse(null),
                closure.told().by(),
                closure.closedBy(),
                closure.told().since(),
                closure.told().until(),
                closure.told().notice(),
                isTheirs(closure, own));
    }

    private static CollegeName name(Tenant tenant) {
        return new CollegeName(
                tenant.college().slug(), tenant.college().name(), tenant.college().commune());
    }

    private List<People> people(List<Profile> profiles, List<Tenant> colleges) {
        Map<Uai, ImportRun.Counts> counts = figures.counts();
        return profiles.stream()
                .map(
                        profile ->
                                new People(
                                        profile,
                                        colleges.stream()
                                                .map(tenant -> counts.get(tenant.college().uai()))
                                                .mapToInt(count -> heads(count, profile))
                                                .sum()))
                .toList();
    }

    private static int heads(ImportRun.@Nullable Counts counts, Profile profile) {
        if (counts == null) {
            return 0;
        }
        return switch (profile) {
            case PUPIL -> counts.pupils();
            case GUARDIAN -> counts.guardians();
            case TEACHER -> counts.teachers();
            case STAFF -> counts.staff();
            case OPERATOR -> 0;
        };
    }
}
