package fr.preau.portal.dispatch;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.College;
import fr.preau.api.school.StaffFunction;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.util.List;

/** Those who administer a collège: its principal, and whoever looks after its ENT. */
public final class Administrators {

    /** Who may call a page of a collège's administration; {@link #enter} says whose. */
    public static final Callers CALLERS =
            Callers.staff(StaffFunction.ADMINISTRATOR, StaffFunction.PRINCIPAL);

    /** Who may show an urgent message to the people of the collège. */
    public static final Callers CALLERS_FOR_BANNERS =
            Callers.staff(StaffFunction.PRINCIPAL, StaffFunction.CPE);

    private Administrators() {}

    /** Where a collège's settings stand together. */
    static String settingsOf(College college) {
        return "/colleges/" + college.slug() + "/settings";
    }

    /** Where a collège's urgent messages are written. */
    public static String bannersOf(College college) {
        return "/colleges/" + college.slug() + "/banners";
    }

    /** Where a collège's modules are administered. */
    public static String modulesOf(College college) {
        return "/colleges/" + college.slug() + "/modules";
    }

    /**
     * Lets a visitor into the administration of a collège, which is in view from now on; whoever
     * does not administer this one is refused.
     *
     * @param slug of the collège, from the address
     */
    public static Tenant enter(Visit visit, Tenants tenants, String slug) {
        return enter(visit, tenants, slug, CALLERS);
    }

    /**
     * The same for those who do one thing there and need not administer it.
     *
     * @param callers who may
     */
    public static Tenant enter(Visit visit, Tenants tenants, String slug, Callers callers) {
        Tenant tenant = tenants.bySlug(slug).filter(Tenant::isOpen).orElseThrow(Refusal::notFound);
        Membership membership =
                visit.person().at(tenant.college().uai()).stream()
                        .filter(m -> callers.admit(m.profile(), m.functions()))
                        .findFirst()
                        .orElseThrow(Refusal::forbidden);
        visit.at(
                tenant.college(),
                new Caller(
                        membership.person(),
                        membership.profile(),
                        membership.functions(),
                        visit.person().displayName()));
        return tenant;
    }

    /** The open collèges at which a person is one of these callers. */
    static List<College> collegesOf(SignedIn person, Tenants tenants, Callers callers) {
        return person.memberships().stream()
                .filter(m -> callers.admit(m.profile(), m.functions()))
                .flatMap(membership -> tenants.byUai(membership.uai()).stream())
                .filter(Tenant::isOpen)
                .map(Tenant::college)
                .distinct()
                .toList();
    }
}
