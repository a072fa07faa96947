package fr.preau.communication.messages;

import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.route.Caller;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.attachments.AttachedFile;
import fr.preau.communication.attachments.FormFiles;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.drafts.KeptDraft;
import fr.preau.communication.recipients.Recipients;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Sends at its time what somebody wanted to be sent later.
 *
 * <p>A reply waits too, for the seconds in which it can be undone. The groups are expanded and the
 * writing rules asked at that moment, not when it was written. The letter and the end of its draft
 * are one commit, so that a node that is killed in between sends it once all the same. What can't
 * be sent any more stays a draft, and its author sees it.
 */
final class LaterSending {

    private static final int AT_ONCE = 10;

    private final Directory directory;
    private final WritingRules rules;
    private final WritingGuard guard;
    private final Correspondence correspondence;
    private final Drafts drafts;
    private final Forwarding forwarding;
    private final Tidings tidings;

    LaterSending(
            Directory directory,
            WritingRules rules,
            WritingGuard guard,
            Correspondence correspondence,
            Drafts drafts,
            Forwarding forwarding,
            Tidings tidings) {
        this.directory = directory;
        this.rules = rules;
        this.guard = guard;
        this.correspondence = correspondence;
        this.drafts = drafts;
        this.forwarding = forwarding;
        this.tidings = tidings;
    }

    Job job() {
        return Job.every("send-later", Duration.ofMinutes(1), this::run);
    }

    private void run(JobRun run) {
        drafts.forgetWordsOfSent();
        boolean more = correspondence.tellOfArrived(AT_ONCE);
        List<UUID> due = drafts.due(AT_ONCE);
        due.forEach(draft -> drafts.holdDue(draft).ifPresent(this::send));
        if (more || due.size() == AT_ONCE) {
            run.moreToDo();
        }
    }

    /**
     * Sends it now, or says with the draft that it could not be.
     *
     * @return whether it was sent
     */
    boolean send(KeptDraft draft) {
        PersonId author = draft.author();
        Person person = directory.persons(List.of(author)).get(author);
        if (person == null) {
            draft.couldNotBeSent();
            return false;
        }
        Caller writer =
                new Caller(author, person.profile(), person.functions(), person.displayName());
        boolean sent =
                draft.content().isReply()
                        ? reply(draft, writer, person)
                        : letter(draft, writer, person);
        if (sent) {
            drafts.sent(author, draft.id(), draft.state().version());
        } else {
            draft.couldNotBeSent();
            tidings.notSent(author, draft.id());
        }
        return sent;
    }

    private boolean letter(KeptDraft draft, Caller writer, Person person) {
        Recipients recipients = rules.reachNow(person).recipients(draft.content().to());
        int readers = Letter.recipientsOf(recipients.allowed()).size();
        if (!new FormProblems(person.profile()).ofRecipients(recipients).isEmpty()
                || !forwarding.problems(draft.author(), draft.id()).isEmpty()
                || !guard.problemsOfSending(writer, draft.id().toString(), readers).isEmpty()) {
            return false;
        }
        DraftContent content = draft.content();
        String text = MessageText.clean(content.text());
        if (text.isBlank() || text.length() > MessageText.MAX_LENGTH) {
            return false;
        }
        correspondence.send(
                writer,
                recipients.allowed(),
                new Subject(Subject.clean(content.subject())),
                new MessageText(text),
                draft.id(),
                filesOf(draft),
                content.answers(),
                Duration.ZERO);
        return true;
    }

    private boolean reply(KeptDraft draft, Caller writer, Person person) {
        DraftContent content = draft.content();
        MayGoOn mayGoOn = (other, answers) -> rules.mayGoOnNow(person, other, answers);
        if (!guard.problemsOfSending(writer, draft.id().toString(), 1).isEmpty()
                || correspondence.obstacle(content.about(), writer, mayGoOn).isPresent()) {
            return false;
        }
        correspondence.reply(
                content.about(),
                writer,
                new MessageText(MessageText.clean(content.text())),
                draft.id(),
                filesOf(draft),
                0,
                mayGoOn);
        return true;
    }

    private FormFiles filesOf(KeptDraft draft) {
        return FormFiles.of(
                drafts.filesOf(draft.state()).stream().map(AttachedFile::attachment).toList(),
                null);
    }
}
