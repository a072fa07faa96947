package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.document.Documents;
import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.search.Search;
import fr.preau.communication.attachments.AttachedFile;
import fr.preau.communication.attachments.Attaching;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.FormFiles;
import fr.preau.communication.attachments.Previews;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafting;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.folders.Foldering;
import fr.preau.communication.folders.Folders;
import fr.preau.communication.recipients.ChangeInput;
import fr.preau.communication.recipients.Draft;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages as the module brings them to Préau: their addresses and their card. */
public final class Messaging {

    /** Everybody of a collège; the Département's operators have no letter box there. */
    public static final Callers PEOPLE_OF_THE_COLLEGE =
            Callers.profiles(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);

    private final Mailbox mailbox;
    private final ReadingRoutes reading;
    private final WritingRoutes writing;
    private final ReplyRoutes replying;
    private final SendingRoutes sending;
    private final ForwardRoutes forwarding;
    private final LaterSending later;
    private final SentRoutes sent;
    private final Sorting sorting;
    private final SortingSent sortingSent;
    private final Foldering foldering;
    private final Drafting drafting;
    private final Attaching attaching;
    private final Previews previews;
    private final Drafts drafts;
    private final NewIds ids;

    public Messaging(
            EntityManager entities,
            Directory directory,
            FileStore files,
            Documents documents,
            WritingRules rules,
            WritingGuard guard,
            NewIds ids,
            Notices notices,
            Clock clock) {
        Attachments attachments = new Attachments(entities, files);
        this.previews = new Previews(entities, files, documents);
        this.attaching = new Attaching(PEOPLE_OF_THE_COLLEGE, attachments, clock);
        this.drafts = new Drafts(entities, attachments, ids, clock);
        Folders folders = new Folders(entities, ids);
        Tidings tidings = new Tidings(notices);
        this.sorting = new Sorting(entities, folders, attachments, tidings, clock);
        this.sortingSent = new SortingSent(entities, folders, clock);
        this.foldering = new Foldering(PEOPLE_OF_THE_COLLEGE, folders, this::takeOut);
        SentMail sentMail = new SentMail(entities, directory, folders, attachments, clock);
        this.sent = new SentRoutes(PEOPLE_OF_THE_COLLEGE, sentMail, sortingSent);
        this.mailbox =
                new Mailbox(
                        entities,
                        directory,
                        sentMail,
                        folders,
                        drafts,
                        guard,
                        attachments,
                        ids,
                        clock);
        this.ids = ids;
        this.drafting = new Drafting(PEOPLE_OF_THE_COLLEGE, drafts, ids);
        Correspondence correspondence =
                new Correspondence(
                        entities, directory, drafts, attachments, guard, ids, tidings, clock);
        Forwarding forwarding =
                new Forwarding(entities, directory, drafts, attachments, ids, clock);
        this.forwarding = new ForwardRoutes(PEOPLE_OF_THE_COLLEGE, forwarding);
        LetterForms forms = new LetterForms(rules, drafts, ids);
        UndoingSend undoing = new UndoingSend(entities, drafts, attachments, clock);
        this.reading = new ReadingRoutes(PEOPLE_OF_THE_COLLEGE, mailbox, correspondence, sorting);
        this.writing =
                new WritingRoutes(
                        PEOPLE_OF_THE_COLLEGE,
                        forms,
                        guard,
                        correspondence,
                        drafts,
                        forwarding,
                        ids);
        this.sending =
                new SendingRoutes(PEOPLE_OF_THE_COLLEGE, forms, guard, drafts, undoing, clock);
        this.later =
                new LaterSending(
                        directory, rules, guard, correspondence, drafts, forwarding, tidings);
        this.replying =
                new ReplyRoutes(
                        PEOPLE_OF_THE_COLLEGE,
                        new ReplyForms(mailbox, drafts, ids),
                        rules,
                        guard,
                        correspondence,
                        drafts,
                        later,
                        clock);
    }

    public List<Route<?, ?>> routes() {
        return Stream.of(
                        writing.routes(),
                        sending.routes(),
                        replying.routes(),
                        forwarding.routes(),
                        reading.routes(),
                        sent.routes(),
                        drafting.routes(),
                        attaching.routes(),
                        foldering.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    /** Keeps a letter while its recipients are chosen. */
    public @Nullable Draft keep(Request request, ChangeInput input) {
        Draft typed = input.draft();
        FormFiles files = FormFiles.of(input.attached(), input.files());
        if (typed == null && files.isEmpty()) {
            return null;
        }
        DraftState kept =
                drafts.save(
                        request.caller().person(),
                        input.key() == null ? ids.next() : input.key(),
                        Objects.requireNonNullElse(input.version(), 0),
                        DraftContent.ofLetter(
                                input.to(), input.subject(), input.text(), input.answers()),
                        files);
        List<UUID> attached = drafts.filesOf(kept).stream().map(AttachedFile::attachment).toList();
        return new Draft(
                kept.key(),
                kept.version(),
                Objects.requireNonNullElse(input.subject(), ""),
                Objects.requireNonNullElse(input.text(), ""),
                attached,
                input.answers());
    }

    public List<Job> jobs() {
        return Stream.concat(
                        drafting.jobs().stream(),
                        Stream.of(later.job(), previews.job(), emptyBins()))
                .toList();
    }

    private void takeOut(PersonId owner, UUID folder) {
        sorting.takeOut(owner, folder);
        sortingSent.takeOut(owner, folder);
    }

    private Job emptyBins() {
        return Job.daily(
                "empty-bins",
                AT_NIGHT,
                run -> {
                    if (sorting.emptyBins() | sortingSent.emptyBins()) {
                        run.moreToDo();
                    }
                });
    }

    /** Search over all that somebody received and sent. */
    public Search search() {
        return (college, person, words) -> mailbox.find(person, Subject.clean(words));
    }

    public Card<UnreadCard> card() {
        return reading.card();
    }
}
