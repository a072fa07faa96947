package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.communication.drafts.Drafting;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Messages as the module brings them to Préau: their addresses and their card. */
public final class Messaging {

    /** Everybody of a collège; the Département's operators have no letter box there. */
    public static final Callers PEOPLE_OF_THE_COLLEGE =
            Callers.profiles(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final ReadingRoutes reading;
    private final WritingRoutes writing;
    private final Drafting drafting;

    public Messaging(
            EntityManager entities,
            Directory directory,
            WritingRules rules,
            WritingGuard guard,
            NewIds ids,
            Notices notices,
            Clock clock) {
        Drafts drafts = new Drafts(entities, ids, clock);
        Mailbox mailbox = new Mailbox(entities, directory, drafts, guard, ids);
        this.drafting = new Drafting(PEOPLE_OF_THE_COLLEGE, drafts, ids);
        Correspondence correspondence =
                new Correspondence(entities, directory, guard, ids, new Tidings(notices), clock);
        this.reading = new ReadingRoutes(PEOPLE_OF_THE_COLLEGE, mailbox, correspondence);
        this.writing =
                new WritingRoutes(
                        PEOPLE_OF_THE_COLLEGE, rules, guard, mailbox, correspondence, drafts, ids);
    }

    public List<Route<?, ?>> routes() {
        return Stream.of(writing.routes(), reading.routes(), drafting.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    public List<Job> jobs() {
        return drafting.jobs();
    }

    public Card<UnreadCard> card() {
        return reading.card();
    }
}
