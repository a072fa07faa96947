package fr.preau.communication.messages;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.school.Person;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.FormFiles;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.recipients.Addressee;
import fr.preau.communication.safety.Bursts;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.school.Database;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.NoFiles;
import fr.preau.communication.school.NobodyTold;
import fr.preau.communication.school.WideSettings;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Fills an inbox through the entities, for tests that need many letters. */
final class Tables {

    /** Sending asks nothing about people. */
    private static final Directory NOBODY = new InventedSchool();

    private Tables() {}

    private static Bursts nobodyIsStopped(EntityManager entities) {
        return new Bursts(
                entities,
                new WideSettings(),
                (author, stop, what) -> {},
                InventedSchool::newId,
                Clock.systemUTC());
    }

    /** Letters with these subjects, one a minute, the last one the newest. */
    static void send(
            EntityManager entities,
            Person author,
            Person to,
            Instant first,
            List<String> subjects) {
        Addressee addressee = Addressee.of(to);
        Database.get()
                .inUnitOfWork(
                        true,
                        () -> {
                            for (int i = 0; i < subjects.size(); i++) {
                                Clock clock =
                                        Clock.fixed(
                                                first.plus(Duration.ofMinutes(i)), ZoneOffset.UTC);
                                Attachments attachments = new Attachments(entities, new NoFiles());
                                new Correspondence(
                                                entities,
                                                NOBODY,
                                                new Drafts(
                                                        entities,
                                                        attachments,
                                                        InventedSchool::newId,
                                                        clock),
                                                attachments,
                                                new WritingGuard(
                                                        new InventedSchool(),
                                                        nobodyIsStopped(entities)),
                                                InventedSchool::newId,
                                                new Tidings(new NobodyTold()),
                                                clock)
                                        .send(
                                                new Caller(
                                                        author.id(),
                                                        author.profile(),
                                                        author.functions(),
                                                        author.displayName()),
                                                List.of(addressee),
                                                new Subject(subjects.get(i)),
                                                new MessageText("Bonjour"),
                                                InventedSchool.newId(),
                                                FormFiles.of(null, null),
                                                true,
                                                Duration.ZERO);
                                // Else each flush looks at all letters before it again.
                                entities.clear();
                            }
                            return subjects.size();
                        });
    }
}
