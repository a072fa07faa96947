package fr.preau.communication;

import fr.preau.api.agenda.Engagements;
import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.document.Documents;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.privacy.KeptTogether;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.safety.Writing;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.seal.Seals;
import fr.preau.api.search.Search;
import fr.preau.api.settings.Settings;
import fr.preau.communication.announcements.DepartementDesk;
import fr.preau.communication.appointments.Appointments;
import fr.preau.communication.calendar.SchoolAgenda;
import fr.preau.communication.circulars.Circulars;
import fr.preau.communication.figures.Figures;
import fr.preau.communication.messages.DepartementLetters;
import fr.preau.communication.messages.KeptOfPerson;
import fr.preau.communication.messages.Messaging;
import fr.preau.communication.news.SchoolNews;
import fr.preau.communication.recipients.ChoosingRecipients;
import fr.preau.communication.recipients.Deciding;
import fr.preau.communication.recipients.ExceptionsOfPerson;
import fr.preau.communication.recipients.KeptRules;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.reports.Reports;
import fr.preau.communication.safety.ActsOfPerson;
import fr.preau.communication.safety.ReadingJournal;
import fr.preau.communication.safety.SafetyJournal;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.surveys.Surveys;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Messages, circulars, meetings, surveys, news and the calendar of a collège.
 *
 * <p>What the host hands over is bound to the collège and the unit of work of the current request,
 * so one instance serves all collèges and all threads, and keeps nothing itself but, for seconds,
 * the writing rules of each.
 */
@Component(service = Plugin.class)
public final class CommunicationPlugin implements Plugin {

    private final List<Part> parts;
    private final Engagements engagements;
    private final Search search;
    private final Listener<?> departement;

    @Activate
    public CommunicationPlugin(
            @Reference EntityManager entities,
            @Reference Directory directory,
            @Reference Documents documents,
            @Reference Writing writing,
            @Reference Settings settings,
            @Reference FileStore files,
            @Reference NewIds ids,
            @Reference Events events,
            @Reference Notices notices,
            @Reference SchoolCalendar school,
            @Reference Seals seals,
            @Reference Clock clock) {
        KeptRules keptRules = new KeptRules(entities, clock);
        WritingRules rules = new WritingRules(directory, keptRules);
        SafetyJournal acts = new SafetyJournal(entities, ids, clock);
        Reports reports =
                new Reports(entities, directory, files, notices, acts, settings, ids, clock);
        WritingGuard guard = new WritingGuard(writing, reports.bursts());
        Figures figures = new Figures(entities, clock);
        Messaging messaging =
                new Messaging(
                        entities, directory, files, documents, rules, guard, ids, notices, clock);
        this.search = messaging.search();
        Deciding deciding = new Deciding(entities, directory, rules, keptRules, acts, ids);
        SchoolNews news =
                new SchoolNews(
                        entities, directory, files, guard, reports.deleted(), ids, notices, clock);
        Circulars circulars =
                new Circulars(
                        entities, directory, guard, notices, documents, seals, school, ids, clock);
        SchoolAgenda agenda =
                new SchoolAgenda(
                        Messaging.PEOPLE_OF_THE_COLLEGE,
                        entities,
                        directory,
                        school,
                        guard,
                        reports.deleted(),
                        notices,
                        ids,
                        clock);
        Appointments appointments =
                new Appointments(
                        entities, directory, guard, ids, notices, documents, school, clock);
        this.engagements = appointments.engagements();
        Surveys surveys =
                new Surveys(entities, directory, guard, reports.deleted(), ids, notices, clock);
        Stream.of(
                        circulars.publication(),
                        news.publication(),
                        surveys.publication(),
                        agenda.publication())
                .forEach(reports::takesReportsOf);
        this.parts =
                List.of(
                        Part.of(circulars.routes())
                                .with(circulars.card())
                                .doing(circulars.jobs())
                                .keeping(circulars.personalData()),
                        Part.of(appointments.routes())
                                .with(appointments.cards())
                                .doing(appointments.jobs())
                                .keeping(appointments.kept()),
                        Part.of(surveys.routes())
                                .with(surveys.card())
                                .doing(surveys.jobs())
                                .keeping(surveys.kept()),
                        Part.of(new ChoosingRecipients(rules, guard, messaging::keep).routes()),
                        Part.of(messaging.routes())
                                .with(messaging.card())
                                .doing(messaging.jobs())
                                .keeping(new KeptOfPerson(entities, directory, files, ids, clock)),
                        Part.of(news.routes())
                                .with(news.card())
                                .doing(news.jobs())
                                .keeping(news.personalData()),
                        Part.of(agenda.routes())
                                .with(agenda.card())
                                .doing(agenda.jobs())
                                .keeping(agenda.personalData()),
                        Part.of(deciding.routes())
                                .doing(deciding.jobs())
                                .keeping(new ExceptionsOfPerson(entities)),
                        Part.of(new ReadingJournal(acts).routes()).keeping(new ActsOfPerson(acts)),
                        Part.of(reports.routes())
                                .with(reports.card())
                                .doing(reports.jobs())
                                .keeping(reports.personalData()),
                        Part.of(surveys.routesOfPrincipal()),
                        Part.of(figures.routes()).doing(figures.jobs()));
        this.departement =
                new DepartementDesk(
                                directory,
                                events,
                                new DepartementLetters(entities, ids, notices, clock),
                                news)
                        .listener();
    }

    @Override
    public List<Route<?, ?>> routes() {
        return parts.stream().<Route<?, ?>>flatMap(part -> part.routes().stream()).toList();
    }

    @Override
    public List<Card<?>> cards() {
        return parts.stream().<Card<?>>flatMap(part -> part.cards().stream()).toList();
    }

    @Override
    public List<Job> jobs() {
        return parts.stream().flatMap(part -> part.jobs().stream()).toList();
    }

    @Override
    public List<Listener<?>> listeners() {
        return List.of(departement);
    }

    @Override
    public Optional<Engagements> engagements() {
        return Optional.of(engagements);
    }

    @Override
    public Optional<Search> search() {
        return Optional.of(search);
    }

    @Override
    public Optional<PersonalData> personalData() {
        return Optional.of(
                new KeptTogether(parts.stream().flatMap(part -> part.kept().stream()).toList()));
    }
}
