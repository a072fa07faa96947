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

    private Administrators() {}

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
        Tenant tenant = tenants.bySlug(slug).filter(Tenant::isOpen).orElseThrow(Refusal::notFound);
        Membership membership =
                visit.person().at(tenant.college().uai()).stream()
                        .filter(Administrators::isOne)
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

    private static boolean isOne(Membership membership) {
        return CALLERS.admit(membership.profile(), membership.functions());
    }

    /** The open collèges that a person administers. */
    static List<College> collegesOf(SignedIn person, Tenants tenants) {
        return person.memberships().stream()
                .filter(Administrators::isOne)
                .flatMap(membership -> tenants.byUai(membership.uai()).stream())
                .filter(Tenant::isOpen)
                .map(Tenant::college)
                .distinct()
                .toList();
    }
}
