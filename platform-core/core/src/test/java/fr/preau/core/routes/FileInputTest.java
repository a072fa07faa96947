package fr.preau.core.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.files.Download;
import fr.preau.api.files.FileId;
import fr.preau.api.files.Upload;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.core.files.SentFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How files of a form become components of an input record. */
class FileInputTest {

    private record Found(
            @Nullable String title,
            @Nullable Upload photo,
            List<Upload> more,
            @Nullable FileId instead) {}

    private static final Upload GLOVE = Upload.of("gant.jpg", "image/jpeg", "g".getBytes(UTF_8));
    private static final Upload HAT = Upload.of("bonnet.jpg", "image/jpeg", "b".getBytes(UTF_8));

    private final InputBinder<Found> binder = new InputBinder<>(Found.class);

    private static SentFile taken(Upload upload) {
        return new SentFile(upload.name(), upload, null);
    }

    @Test
    void filesGoWhereTheirFieldIs() {
        InputBinder.Bound<Found> bound =
                binder.bind(
                        Map.of("title", List.of("Gant")),
                        Map.of(
                                "photo", List.of(taken(GLOVE)),
                                "more", List.of(taken(HAT), taken(GLOVE)),
                                "unasked", List.of(taken(HAT))));

        assertThat(bound.violations().isEmpty()).isTrue();
        assertThat(bound.input()).isEqualTo(new Found("Gant", GLOVE, List.of(HAT, GLOVE), null));
    }

    @Test
    void withoutAFileThereIsNothing() {
        assertThat(binder.bind(Map.of()).input()).isEqualTo(new Found(null, null, List.of(), null));
    }

    @Test
    void aTextIsNoFile() {
        InputBinder.Bound<Found> bound =
                binder.bind(Map.of("photo", List.of("gant.jpg"), "more", List.of("a", "b")));

        assertThat(bound.input()).isEqualTo(new Found(null, null, List.of(), null));
        assertThat(bound.violations().isEmpty()).isTrue();
    }

    @Test
    void aRefusedFileIsAViolationOfItsFieldAndTheOthersStay() {
        InputBinder.Bound<Found> bound =
                binder.bind(
                        Map.of("title", List.of("Gant")),
                        Map.of(
                                "photo",
                                List.of(new SentFile("gant.jpg", null, "« gant.jpg » est vide.")),
                                "more",
                                List.of(
                                        taken(HAT),
                                        new SentFile("a", null, "« a » est vide."),
                                        new SentFile("b", null, "« b » est vide."))));

        assertThat(bound.input()).isEqualTo(new Found("Gant", null, List.of(HAT), null));
        assertThat(bound.violations().of("photo")).contains("« gant.jpg » est vide.");
        assertThat(bound.violations().of("more")).contains("« a » est vide. « b » est vide.");
    }

    @Test
    void theIdentityOfAFileIsReadFromText() {
        String id = "01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e";

        Found input = binder.bind(Map.of("instead", List.of(id))).input();

        assertThat(input).isNotNull().extracting(Found::instead).isEqualTo(FileId.of(id));
        assertThat(binder.bind(Map.of("instead", List.of("../x"))).violations().of("instead"))
                .isPresent();
    }

    @Test
    void aTableOfRoutesTellsWhetherFilesAreTaken() {
        Route<?, ?> sends =
                Route.get("/photo/{instead}")
                        .takes(FileOnly.class)
                        .sendsFile()
                        .allows(Callers.signedIn())
                        .handledBy((request, input) -> Download.show(input.instead()));
        Route<?, ?> takes =
                Route.post("/found")
                        .takes(Found.class)
                        .sendsFile()
                        .allows(Callers.signedIn())
                        .handledBy((request, input) -> Download.save("a.txt", new byte[1]));

        assertThat(new RouteTable(List.of(sends)).takesFiles()).isFalse();
        assertThat(new RouteTable(List.of(sends, takes)).takesFiles()).isTrue();
        assertThat(sends.isFile()).isTrue();
    }

    private record FileOnly(FileId instead) {}
}
