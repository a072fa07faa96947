package fr.preau.communication.messages;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The addresses for replying: keep a reply, send it, send it later.
 *
 * <p>A reply out of a form waits for ten seconds, in which it can be undone: until then it is a
 * draft like one that is sent later, and nobody else has anything of it.
 */
final class ReplyRoutes {

    /** Not pupils, as for letters. */
    private static final Callers ADULTS =
            Callers.profiles(Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final Callers callers;
    private final ReplyForms forms;
    private final WritingRules rules;
    private final WritingGuard guard;
    private final Correspondence correspondence;
    private final Drafts drafts;
    private final LaterSending later;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    ReplyRoutes(
            Callers callers,
            ReplyForms forms,
            WritingRules rules,
            WritingGuard guard,
            Correspondence correspondence,
            Drafts drafts,
            LaterSending later,
            Clock clock) {
        this.callers = callers;
        this.forms = forms;
        this.rules = rules;
        this.guard = guard;
        this.correspondence = correspondence;
        this.drafts = drafts;
        this.later = later;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(reply(), afterReply(), keepReply(), replyLater(), goNow());
    }

    private Route<ReplyInput, ConversationPage> reply() {
        return Route.post("/messages/{conversation}/replies")
                .takes(ReplyInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(this::drawConversation)
                .whenInvalid(forms::again)
                .handledBy(this::reply);
    }

    private Answer<ConversationPage> reply(Request request, ReplyInput input) {
        Violations violations = problems(request, input);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(forms.again(request, input, violations), violations);
        }
        return input.key() == null
                ? replyAtOnce(request, input)
                : letWait(
                        request,
                        input,
                        clock.instant().plus(Letter.CAN_BE_UNDONE),
                        "notice.replying");
    }

    /** What was written is looked at first: only what would go out is counted. */
    private Violations problems(Request request, ReplyInput input) {
        Violations closed = guard.problems(request.caller());
        Violations violations = closed.isEmpty() ? forms.problems(request, input) : closed;
        return violations.isEmpty()
                ? guard.problemsOfSending(request.caller(), forms.keyOf(input.key()).toString(), 1)
                : violations;
    }

    /** A program that names no form has nobody who would press « Annuler l’envoi ». */
    private Answer<ConversationPage> replyAtOnce(Request request, ReplyInput input) {
        correspondence.reply(
                input.conversation(),
                request.caller(),
                new MessageText(MessageText.clean(input.text())),
                forms.keyOf(null),
                input.formFiles(),
                Objects.requireNonNullElse(input.seen(), 0),
                mayGoOn(request));
        return Answer.done(
                forms.page(request, input.conversation()),
                "/messages/" + input.conversation(),
                Wording.of("notice.replied"));
    }

    private MayGoOn mayGoOn(Request request) {
        return (other, answers) -> rules.mayGoOn(request, other, answers);
    }

    private Answer<ConversationPage> letWait(
            Request request, ReplyInput input, Instant goes, String notice) {
        guard.admit(request.caller());
        correspondence
                .obstacle(input.conversation(), request.caller(), mayGoOn(request))
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
        ConversationPage page = forms.again(request, input, Violations.none());
        DraftState kept = page.draft();
        boolean goneAlready = kept.kind() == DraftState.Kind.SENT;
        if (kept.isRefused() && !goneAlready) {
            return Answer.show(page);
        }
        correspondence.markRead(
                input.conversation(),
                request.caller().person(),
                Objects.requireNonNullElse(input.seen(), 0));
        if (!goneAlready && kept.sendAt() == null) {
            drafts.sendAt(request.caller().person(), kept.key(), goes);
        }
        return Answer.done(
                forms.page(request, input.conversation()), page.address(), Wording.of(notice));
    }

    /**
     * A reply that was refused stands at this address; who loads it again is led to what it
     * answers.
     */
    private Route<ConversationInput, ConversationPage> afterReply() {
        return Route.get("/messages/{conversation}/replies")
                .takes(ConversationInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(this::drawConversation)
                .handledBy(
                        (request, input) -> {
                            ConversationPage page = forms.page(request, input.conversation());
                            return Answer.done(page, page.address());
                        });
    }

    private Route<ReplyInput, ConversationPage> keepReply() {
        return Route.post("/messages/{conversation}/draft")
                .takes(ReplyInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(this::drawConversation)
                .whenInvalid(forms::again)
                .handledBy(this::keepReply);
    }

    private Answer<ConversationPage> keepReply(Request request, ReplyInput input) {
        Violations violations =
                new FormProblems(request.caller().profile()).ofFiles(input.formFiles());
        ConversationPage page = forms.again(request, input, violations);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page, violations);
        }
        return page.draft().isRefused() || page.draft().version() == 0
                ? Answer.show(page)
                : Answer.done(page, page.address(), Wording.of("notice.draft.kept"));
    }

    private Route<ReplyInput, ConversationPage> replyLater() {
        return Route.post("/messages/{conversation}/later")
                .takes(ReplyInput.class)
                .shows(ConversationPage.class)
                .allows(ADULTS)
                .drawnBy(this::drawConversation)
                .whenInvalid(forms::again)
                .handledBy(this::replyLater);
    }

    private Answer<ConversationPage> replyLater(Request request, ReplyInput input) {
        Optional<Instant> at = input.time().after(clock.instant());
        Violations closed = guard.problems(request.caller());
        Violations violations =
                closed.isEmpty()
                        ? forms.problems(request, input)
                                .and(
                                        new FormProblems(request.caller().profile())
                                                .ofTime(at.isPresent()))
                        : closed;
        return violations.isEmpty()
                ? letWait(request, input, at.orElseThrow(), "notice.later")
                : Answer.tryAgain(forms.again(request, input, violations), violations);
    }

    /** The page's script asks for it when nothing can be undone any more; a button at once. */
    private Route<WaitingReplyInput, ConversationPage> goNow() {
        return Route.post("/messages/{conversation}/go")
                .takes(WaitingReplyInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(this::drawConversation)
                .handledBy(this::goNow);
    }

    private Answer<ConversationPage> goNow(Request request, WaitingReplyInput input) {
        UUID reply = input.draft();
        if (reply == null) {
            throw Refusal.notFound(); // a form that names no reply
        }
        boolean sent =
                drafts.holdWaiting(request.caller().person(), reply)
                        .filter(draft -> draft.content().about().equals(input.conversation()))
                        .map(later::send)
                        // The job, or another window, was faster.
                        .orElseGet(() -> drafts.isSent(request.caller().person(), reply));
        ConversationPage page = forms.page(request, input.conversation());
        return Answer.done(
                page, page.address(), Wording.of(sent ? "notice.replied" : "notice.could.not"));
    }

    private Screen drawConversation(ConversationPage page, PageContext context) {
        return new Screen(page.subject(), templates.conversation(page, context));
    }
}
