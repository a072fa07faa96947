package fr.preau.communication.calendar;

import fr.preau.api.directory.Directory;
import fr.preau.api.files.Upload;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.calendar.Importing.Outcome;
import fr.preau.communication.calendar.Importing.Preview;
import fr.preau.communication.calendar.ical.ReadEvent;
import fr.preau.communication.calendar.ical.ReadProblem;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses for taking over a calendar file. */
final class ImportRoutes {

    /** A thousand events of a talkative program. */
    private static final int LARGEST = 1_000_000;

    private static final int LINES = 50;

    private final Callers callers;
    private final Directory directory;
    private final Importing importing;
    private final WritingGuard guard;
    private final StaticTemplates templates = new StaticTemplates();

    ImportRoutes(Callers callers, Directory directory, Importing importing, WritingGuard guard) {
        this.callers = callers;
        this.directory = directory;
        this.importing = importing;
        this.guard = guard;
    }

    List<Route<?, ?>> routes() {
        return List.of(choose(), bring(), preview(), takeOver());
    }

    private Viewer viewer(Request request) {
        return Viewer.of(request.caller(), directory);
    }

    private Route<NoInput, ImportFormPage> choose() {
        return Route.get("/calendar/import")
                .shows(ImportFormPage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .handledBy(
                        (request, input) ->
                                Answer.show(form(viewer(request), null, Violations.none())));
    }

    /** A file is for the collège or for oneself: what is of a class is entered by its teachers. */
    private static ImportFormPage form(
            Viewer viewer, @Nullable EventKind kind, Violations problems) {
        List<EventKind> kinds =
                viewer.kinds().stream().filter(each -> each != EventKind.CLASSES).toList();
        return new ImportFormPage(
                kinds, kind != null && kinds.contains(kind) ? kind : EventKind.PERSONAL, problems);
    }

    private Route<ImportInput, ImportFormPage> bring() {
        return Route.post("/calendar/import")
                .takes(ImportInput.class)
                .shows(ImportFormPage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .whenInvalid(
                        (request, input, violations) ->
                                form(viewer(request), input.kind(), violations))
                .handledBy(this::bring);
    }

    private Answer<ImportFormPage> bring(Request request, ImportInput input) {
        Viewer viewer = viewer(request);
        ImportFormPage form = form(viewer, input.kind(), Violations.none());
        Upload file = input.file();
        if (file == null || file.size() > LARGEST) {
            Violations problem =
                    Violations.of(
                            "file",
                            Wording.of(
                                    file == null
                                            ? "calendar.import.problem.none"
                                            : "calendar.import.problem.large"));
            return Answer.tryAgain(form(viewer, input.kind(), problem), problem);
        }
        UUID id = importing.bring(viewer.person(), form.kind(), text(file));
        return Answer.done(form, "/calendar/import/" + id);
    }

    /** Some programs still write as Windows did. */
    private static String text(Upload file) {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes(LARGEST);
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException old) {
                return new String(bytes, Charset.forName("windows-1252"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was sent can't be read", e);
        }
    }

    private Route<BroughtInput, ImportPage> preview() {
        return Route.get("/calendar/import/{file}")
                .takes(BroughtInput.class)
                .shows(ImportPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("calendar.import.preview"),
                                        templates.calendarImport(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        page(importing.preview(viewer(request), input.file()))));
    }

    private static ImportPage page(Preview preview) {
        List<ReadEvent> events = preview.read().events();
        Outcome outcome = preview.outcome();
        return new ImportPage(
                preview.file().id(),
                preview.file().kind(),
                outcome.added(),
                outcome.changed(),
                outcome.same(),
                events.stream()
                        .limit(LINES)
                        .map(each -> line(new Imported(preview.file().kind(), each)))
                        .toList(),
                Math.max(0, events.size() - LINES),
                preview.read().problems().stream().map(ImportRoutes::said).toList());
    }

    private static ImportPage.Line line(Imported event) {
        String repetition = Said.repetition(event.when(), event.repetition());
        String when = Said.whole(event.when());
        return new ImportPage.Line(
                event.text().title(), repetition.isEmpty() ? when : when + " · " + repetition);
    }

    private static String said(ReadProblem problem) {
        String what = Wording.of("calendar.import.problem." + problem.kind());
        String said = EventText.line(problem.said());
        return said.isEmpty()
                ? Wording.of("calendar.import.line", String.valueOf(problem.line()), what)
                : Wording.of(
                        "calendar.import.line.said", String.valueOf(problem.line()), what, said);
    }

    private Route<BroughtInput, EventDone> takeOver() {
        return Route.post("/calendar/import/{file}")
                .takes(BroughtInput.class)
                .shows(EventDone.class)
                .allows(callers)
                .drawnBy(
                        (done, context) ->
                                new Screen(
                                        context.text("calendar.title"),
                                        context.parts()
                                                .quietAction(
                                                        context.text("calendar.back"),
                                                        context.href("/calendar"))))
                .handledBy(
                        (request, input) -> {
                            Viewer viewer = viewer(request);
                            if (importing.isForOthers(viewer, input.file())) {
                                guard.admit(request.caller());
                            }
                            Outcome outcome = importing.takeOver(viewer, input.file());
                            return Answer.done(
                                    new EventDone(input.file()),
                                    "/calendar",
                                    Wording.of(
                                            "calendar.import.done",
                                            outcome.added(),
                                            outcome.changed()));
                        });
    }

    private Screen drawForm(ImportFormPage page, PageContext context) {
        return new Screen(
                context.text("calendar.import.title"), templates.calendarImportForm(page, context));
    }
}
