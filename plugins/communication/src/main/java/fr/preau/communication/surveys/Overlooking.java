package fr.preau.communication.surveys;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Recourse;
import fr.preau.communication.safety.Judges;
import fr.preau.communication.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What those who answer for the school do with the surveys of others: see what they ask, and take
 * one away that should not have been written, as by an account that was stolen. What was answered
 * stays its author's.
 */
final class Overlooking {

    static final Callers JUDGES = Judges.CALLERS;

    /** Who reads what was answered to somebody who has left. */
    static final Callers PRINCIPAL = Callers.staff(StaffFunction.PRINCIPAL);

    private static final int LINES = 20;

    private final EntityManager entities;
    private final Directory directory;
    private final Authoring authoring;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    Overlooking(EntityManager entities, Directory directory, Authoring authoring, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.authoring = authoring;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/surveys/others")
                        .takes(PageInput.class)
                        .shows(OthersPage.class)
                        .allows(JUDGES)
                        .drawnBy(this::draw)
                        .handledBy(
                                (request, input) ->
                                        Answer.show(others(request.caller(), input.number()))),
                Route.get("/surveys/left")
                        .takes(PageInput.class)
                        .shows(OthersPage.class)
                        .allows(PRINCIPAL)
                        .drawnBy(this::draw)
                        .handledBy((request, input) -> Answer.show(ofThoseWhoLeft(input.number()))),
                Route.get("/surveys/{survey}/asks")
                        .takes(SurveyId.class)
                        .shows(OverlookedPage.class)
                        .allows(JUDGES)
                        .drawnBy(this::draw)
                        .handledBy((request, input) -> Answer.show(page(request, input))));
    }

    private OthersPage others(Caller reader, int number) {
        PageOf<Survey> found =
                page(
                        entities.createNamedQuery("Survey.ofOthers", Survey.class)
                                .setParameter("now", clock.instant())
                                .setParameter("person", reader.person().value()),
                        number);
        Map<PersonId, Person> authors = persons(found.items().stream().map(Survey::author));
        return new OthersPage(
                lines(found, authors),
                PRINCIPAL.admit(reader.profile(), reader.functions()),
                false);
    }

    /** Whose authors are at the collège no more: three statements. */
    private OthersPage ofThoseWhoLeft(int number) {
        List<UUID> all = entities.createNamedQuery("Survey.authors", UUID.class).getResultList();
        Map<PersonId, Person> here = persons(all.stream());
        List<UUID> gone =
                all.stream().filter(author -> !here.containsKey(new PersonId(author))).toList();
        PageOf<Survey> found =
                gone.isEmpty()
                        ? new PageOf<>(List.of(), number, false)
                        : page(
                                entities.createNamedQuery("Survey.ofAuthors", Survey.class)
                                        .setParameter("authors", gone),
                                number);
        return new OthersPage(lines(found, Map.of()), true, true);
    }

    private Map<PersonId, Person> persons(Stream<UUID> people) {
        Set<PersonId> ids = people.map(PersonId::new).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : directory.persons(ids);
    }

    private static PageOf<Survey> page(TypedQuery<Survey> query, int number) {
        return PageOf.from(
                query.setFirstResult((number - 1) * LINES).setMaxResults(LINES + 1).getResultList(),
                number,
                LINES);
    }

    private static PageOf<OthersPage.Line> lines(
            PageOf<Survey> found, Map<PersonId, Person> authors) {
        return new PageOf<>(
                found.items().stream().map(survey -> line(survey, authors)).toList(),
                found.number(),
                found.more());
    }

    private static OthersPage.Line line(Survey survey, Map<PersonId, Person> authors) {
        return new OthersPage.Line(
                survey.id(), survey.title(), name(survey, authors), survey.closesAt());
    }

    private static @Nullable String name(Survey survey, Map<PersonId, Person> authors) {
        Person author = authors.get(new PersonId(survey.author()));
        return author == null ? null : author.displayName();
    }

    private OverlookedPage page(Request request, SurveyId input) {
        Survey survey = ofOther(request.caller(), entities.find(Survey.class, input.survey()));
        return new OverlookedPage(
                survey.id(),
                survey.title(),
                name(survey, directory.persons(List.of(new PersonId(survey.author())))),
                survey.intro(),
                survey.closesAt(),
                authoring.questions(survey.id()).stream().map(SurveyQuestion::wording).toList(),
                Recourse.ofSchool(
                        Evidence.Kind.SURVEY,
                        survey.id(),
                        request.caller(),
                        survey.author(),
                        true));
    }

    /** Drafts are their authors' alone, and one's own is taken back where it was written. */
    private static Survey ofOther(Caller principal, @Nullable Survey survey) {
        if (survey == null
                || !survey.published()
                || survey.author().equals(principal.person().value())) {
            throw Refusal.notFound();
        }
        return survey;
    }

    private Screen draw(OthersPage page, PageContext context) {
        return new Screen(
                context.text(page.left() ? "surveys.left" : "surveys.others"),
                templates.surveysOfOthers(page, context));
    }

    private Screen draw(OverlookedPage page, PageContext context) {
        return new Screen(page.title(), templates.surveyOverlooked(page, context));
    }
}
