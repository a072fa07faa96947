package fr.preau.communication.drafts;

import fr.preau.api.data.NewIds;
import fr.preau.api.job.Job;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts as the module brings them to Préau: their addresses and the job that forgets old ones.
 *
 * <p>A form is kept by its page's script while somebody types. The button that keeps it with its
 * files is a matter of the form.
 */
public final class Drafting {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    private final Callers callers;
    private final Drafts drafts;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    public Drafting(Callers callers, Drafts drafts, NewIds ids) {
        this.callers = callers;
        this.drafts = drafts;
        this.ids = ids;
    }

    public List<Route<?, ?>> routes() {
        return List.of(list(), saveWhileTyping(), saveApart(), stop(), delete());
    }

    public List<Job> jobs() {
        return List.of(
                Job.daily(
                        "forget-drafts",
                        AT_NIGHT,
                        run -> {
                            if (drafts.forgetOld()) {
                                run.moreToDo();
                            }
                        }));
    }

    private Route<PageInput, DraftsPage> list() {
        return Route.get("/drafts")
                .takes(PageInput.class)
                .shows(DraftsPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("drafts.title"),
                                        templates.drafts(page, context)))
                .handledBy((request, input) -> Answer.show(page(request, input)));
    }

    private DraftsPage page(Request request, PageInput input) {
        PageOf<KeptDraft> kept = drafts.newest(request.caller().person(), input.number());
        return new DraftsPage(
                new PageOf<>(
                        kept.items().stream().map(DraftsPage.Line::of).toList(),
                        kept.number(),
                        kept.more()),
                WritingRules.addressToWrite(request.caller().profile()));
    }

    private Route<DraftInput, DraftPage> saveWhileTyping() {
        return Route.post("/drafts")
                .takes(DraftInput.class)
                .shows(DraftPage.class)
                .allows(callers)
                .drawnBy(this::drawState)
                .handledBy(
                        (request, input) ->
                                Answer.show(new DraftPage(save(request, input), input.content())));
    }

    private Route<DraftInput, DraftPage> saveApart() {
        return Route.post("/drafts/apart")
                .takes(DraftInput.class)
                .shows(DraftPage.class)
                .allows(callers)
                .drawnBy(this::drawState)
                .handledBy(
                        (request, input) ->
                                saved(
                                        input,
                                        drafts.saveApart(
                                                request.caller().person(),
                                                keyOf(input.key()),
                                                input.content(),
                                                input.attachedFiles())));
    }

    private DraftState save(Request request, DraftInput input) {
        return drafts.save(
                request.caller().person(),
                keyOf(input.key()),
                Objects.requireNonNullElse(input.version(), 0),
                input.content());
    }

    /** Where one goes on: in the form that was kept, or where it is told why it was not. */
    private static Answer<DraftPage> saved(DraftInput input, DraftState state) {
        DraftContent content = input.content();
        DraftPage page = new DraftPage(state, content);
        if (state.isRefused()) {
            return Answer.show(page);
        }
        if (state.kind() == DraftState.Kind.NEW) {
            return Answer.done(page, "/drafts", Wording.of("notice.draft.nothing"));
        }
        return Answer.done(page, content.address(state.key()), Wording.of("notice.draft.kept"));
    }

    private Route<StopInput, DraftStopped> stop() {
        return Route.post("/drafts/{draft}/stop")
                .takes(StopInput.class)
                .shows(DraftStopped.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("drafts.title"),
                                        context.parts().toast(context.text("notice.stopped"))))
                .handledBy(
                        (request, input) -> {
                            DraftContent content = drafts.stop(request.caller(), input.draft());
                            return Answer.done(
                                    new DraftStopped(input.draft()),
                                    content.address(input.draft()),
                                    Wording.of("notice.stopped"));
                        });
    }

    private Route<DeleteDraftInput, DraftDeleted> delete() {
        return Route.post("/drafts/{draft}/delete")
                .takes(DeleteDraftInput.class)
                .shows(DraftDeleted.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("drafts.title"),
                                        context.parts()
                                                .toast(context.text("notice.draft.deleted"))))
                .handledBy(
                        (request, input) -> {
                            drafts.delete(request.caller().person(), input.draft());
                            return Answer.done(
                                    new DraftDeleted(input.draft()),
                                    "/drafts",
                                    Wording.of("notice.draft.deleted"));
                        });
    }

    private Screen drawState(DraftPage page, PageContext context) {
        return new Screen(context.text("draft.title"), templates.draftAlone(page, context));
    }

    private UUID keyOf(@Nullable UUID key) {
        return key == null ? ids.next() : key;
    }
}
