package fr.preau.portal.account;

import fr.preau.api.files.Download;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.data.ModuleAnswer;
import fr.preau.core.data.PersonRegister;
import fr.preau.core.data.PersonRights;
import fr.preau.core.data.RegisteredPerson;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.MadeFiles;
import fr.preau.portal.dispatch.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of a collège keep of a person, handed over to that person and to nobody else:
 * who it is comes from the session, and no address names anybody.
 */
public final class OwnDataRoutes {

    private static final Callers MEMBERS =
            Callers.profiles(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final Tenants tenants;
    private final PersonRegister register;
    private final PersonRights rights;
    private final MadeFiles made;

    public OwnDataRoutes(
            Tenants tenants, PersonRegister register, PersonRights rights, MadeFiles made) {
        this.tenants = tenants;
        this.register = register;
        this.rights = rights;
        this.made = made;
    }

    /**
     * What a member asks for.
     *
     * @param profile which of their own memberships there is meant; null for the first one
     */
    private record Asked(String college, @Nullable Profile profile) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/colleges/{college}/my-data")
                        .takes(Asked.class)
                        .sendsFile()
                        .allows(MEMBERS)
                        .handledBy(this::handOver));
    }

    private Download handOver(Request request, Asked asked) {
        SignedIn signedIn = Visit.of(request).person();
        College college =
                tenants.bySlug(asked.college())
                        .filter(Tenant::isOpen)
                        .map(Tenant::college)
                        .orElseThrow(Refusal::notFound);
        Membership own =
                signedIn.at(college.uai()).stream()
                        .filter(m -> asked.profile() == null || asked.profile() == m.profile())
                        .findFirst()
                        .orElseThrow(Refusal::forbidden);
        RegisteredPerson person =
                register.find(college.uai(), own.person()).orElseThrow(Refusal::notFound);
        List<ModuleAnswer<List<String>>> answers =
                rights.export(
                        new Actor(signedIn.account(), signedIn.displayName()),
                        college.uai(),
                        person);
        return made.zip(
                "preau-" + college.slug() + "-" + person.id() + ".zip",
                out -> rights.write(college, person, answers, out));
    }
}
