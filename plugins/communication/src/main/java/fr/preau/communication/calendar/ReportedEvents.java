package fr.preau.communication.calendar;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Publication;
import fr.preau.communication.reports.Shown;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events of the collège and of classes as their readers report them and the school takes them. */
final class ReportedEvents implements Publication {

    private final EntityManager entities;
    private final Agenda agenda;
    private final Directory directory;

    ReportedEvents(EntityManager entities, Agenda agenda, Directory directory) {
        this.entities = entities;
        this.agenda = agenda;
        this.directory = directory;
    }

    @Override
    public Evidence.Kind kind() {
        return Evidence.Kind.EVENT;
    }

    @Override
    public Optional<Shown> shownTo(Caller reader, UUID thing) {
        agenda.event(Viewer.of(reader, directory), thing);
        return published(thing);
    }

    @Override
    public Optional<Shown> published(UUID thing) {
        return held(thing).filter(event -> !event.isWithdrawn()).map(ReportedEvents::shown);
    }

    private Optional<CalendarEvent> held(UUID thing) {
        return Optional.ofNullable(
                        entities.find(CalendarEvent.class, thing, LockModeType.PESSIMISTIC_WRITE))
                .filter(event -> event.kind() != EventKind.PERSONAL);
    }

    static Shown shown(CalendarEvent event) {
        EventText words = event.text();
        String text =
                Stream.of(
                                Said.whole(event.when()),
                                Said.repetition(event.when(), event.repetition()),
                                words.place(),
                                words.details())
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n\n"));
        return new Shown(
                event.author(), words.title(), text, audience(event), event.changedAt(), List.of());
    }

    private static List<String> audience(CalendarEvent event) {
        Readers readers = event.readers();
        return Stream.of(
                        Stream.of("calendar.kind." + event.kind()),
                        readers.pupils()
                                ? Stream.of("calendar.readers.pupils")
                                : Stream.<String>of(),
                        readers.guardians()
                                ? Stream.of("calendar.readers.guardians")
                                : Stream.<String>of(),
                        readers.teachers()
                                ? Stream.of("calendar.readers.teachers")
                                : Stream.<String>of())
                .flatMap(keys -> keys)
                .map(Wording::of)
                .toList();
    }

    @Override
    public String addressForAuthor(UUID thing) {
        return "/calendar";
    }

    @Override
    public List<String> toldAs(UUID thing) {
        return EventTidings.toldAs(thing);
    }

    @Override
    public void withdraw(UUID thing, Instant now) {
        held(thing).ifPresent(event -> event.withdraw(now));
    }

    @Override
    public void giveBack(UUID thing, Instant now) {
        held(thing).ifPresent(event -> event.giveBack(now));
    }
}
