package fr.preau.communication.attachments;

import fr.preau.api.files.Download;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import java.time.Clock;
import java.util.List;

/** Attachments as the module brings them to Préau: the address at which one is read. */
public final class Attaching {

    private final Callers callers;
    private final Attachments attachments;
    private final Clock clock;

    public Attaching(Callers callers, Attachments attachments, Clock clock) {
        this.callers = callers;
        this.attachments = attachments;
        this.clock = clock;
    }

    public List<Route<?, ?>> routes() {
        return List.of(read(), preview());
    }

    private Route<FileInput, Download> preview() {
        return Route.get("/files/{attachment}/preview")
                .takes(FileInput.class)
                .sendsFile()
                .allows(callers)
                .handledBy(
                        (request, input) ->
                                attachments.preview(
                                        request.caller().person(),
                                        input.attachment(),
                                        clock.instant()));
    }

    private Route<FileInput, Download> read() {
        return Route.get("/files/{attachment}")
                .takes(FileInput.class)
                .sendsFile()
                .allows(callers)
                .handledBy(
                        (request, input) ->
                                attachments.read(
                                        request.caller().person(),
                                        input.attachment(),
                                        clock.instant()));
    }
}
