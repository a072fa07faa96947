package fr.preau.portal.administration;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.data.ModuleAnswer;
import fr.preau.core.data.PersonRegister;
import fr.preau.core.data.PersonRights;
import fr.preau.core.data.RegisteredPerson;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Administrators;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.PersonDataPage;
import fr.preau.portal.pages.PersonsPage;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What modules keep of a person, for those who answer for the data of their collège: which modules
 * keep something, and its erasure after the person has left. What it is they never see.
 */
public final class PersonRoutes {

    private final PersonRegister register;
    private final PersonRights rights;
    private final PersonSheets sheets;
    private final Tenants tenants;
    private final Drawing drawing;

    public PersonRoutes(
            PersonRegister register,
            PersonRights rights,
            PersonSheets sheets,
            Tenants tenants,
            Drawing drawing) {
        this.register = register;
        this.rights = rights;
        this.sheets = sheets;
        this.tenants = tenants;
        this.drawing = drawing;
    }

    private record Looking(String college, @Nullable @Size(max = 100) String q) {}

    private record OfPerson(String college, PersonId person) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/colleges/{college}/persons")
                        .takes(Looking.class)
                        .shows(PersonsPage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.administration().persons(page, context))
                        .handledBy(this::look),
                Route.get("/colleges/{college}/persons/{person}")
                        .takes(OfPerson.class)
                        .shows(PersonDataPage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.administration().person(page, context))
                        .handledBy(this::show),
                Route.post("/colleges/{college}/persons/{person}/erasure")
                        .takes(OfPerson.class)
                        .shows(PersonDataPage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.administration().person(page, context))
                        .handledBy(this::erase));
    }

    private College enter(Request request, String slug) {
        return Administrators.enter(Visit.of(request), tenants, slug).college();
    }

    private RegisteredPerson find(College college, PersonId person) {
        return register.find(college.uai(), person).orElseThrow(Refusal::notFound);
    }

    private Answer<PersonsPage> look(Request request, Looking input) {
        College college = enter(request, input.college());
        String q = input.q() == null ? "" : input.q().strip();
        return Answer.show(
                sheets.list(
                        college, q, q.isEmpty() ? List.of() : register.named(college.uai(), q)));
    }

    private Answer<PersonDataPage> show(Request request, OfPerson input) {
        College college = enter(request, input.college());
        return Answer.show(sheets.page(college, find(college, input.person()), List.of()));
    }

    /** Shows what each module answered: what it keeps is said here and nowhere else. */
    private Answer<PersonDataPage> erase(Request request, OfPerson input) {
        College college = enter(request, input.college());
        RegisteredPerson person = find(college, input.person());
        if (!rights.mayErase(person)) {
            throw Refusal.ofType(409, "person-not-erasable", rights.delay().toDays());
        }
        List<ModuleAnswer<ErasureReport>> answers =
                rights.erase(actor(request), college.uai(), person);
        return Answer.show(sheets.page(college, person, answers));
    }

    private static Actor actor(Request request) {
        SignedIn person = Visit.of(request).person();
        return new Actor(person.account(), person.displayName());
    }
}
