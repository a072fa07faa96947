package fr.preau.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.files.Download;
import fr.preau.api.files.FileId;
import fr.preau.api.files.Upload;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.portal.pages.AuditLine;
import fr.preau.portal.pages.ChildLine;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the description says of routes, read by a program that others use. */
class OpenApiDocumentTest {

    /** A page with two lists of one generic type, and something that stays inside. */
    record Lists(
            PageOf<AuditLine> acts,
            PageOf<ChildLine> children,
            @Nullable String note,
            int count,
            @JsonbTransient String secret) {}

    /** What is sent to one of them. */
    record Letter(
            String place,
            @NotBlank @Size(max = 80) String subject,
            @Size(max = 3) List<String> to,
            @Nullable Integer page) {}

    /** What is sent with files. */
    record Item(@NotBlank String title, @NotNull Upload photo, List<Upload> more) {}

    /** Which photo. */
    record PhotoInput(FileId photo) {}

    private static final Callers STAFF =
            Callers.staff(StaffFunction.PRINCIPAL, StaffFunction.CPE).and(Profile.TEACHER);

    private static final List<Route<?, ?>> PORTAL =
            List.of(
                    route(Route.get("/").takes(NoInput.class), Callers.signedIn()),
                    route(Route.get("/sign-in").takes(NoInput.class), Callers.anyone()),
                    route(Route.post("/sign-in").takes(Letter.class), Callers.anyone()));

    private static final List<Route<?, ?>> MODULE =
            List.of(
                    route(Route.get("/").takes(NoInput.class), STAFF),
                    route(Route.get("/letters/{place}").takes(Letter.class), STAFF),
                    route(Route.post("/letters/{place}").takes(Letter.class), STAFF),
                    route(Route.delete("/letters/{place}").takes(Letter.class), STAFF),
                    route(Route.post("/items").takes(Item.class), STAFF),
                    Route.get("/photos/{photo}")
                            .takes(PhotoInput.class)
                            .sendsFile()
                            .allows(STAFF)
                            .handledBy((request, input) -> Download.show(input.photo())));

    private static <I> Route<I, Lists> route(Route.Taking<I> taking, Callers callers) {
        return taking.shows(Lists.class)
                .allows(callers)
                .drawnBy((page, context) -> new Screen("", output -> output.writeContent("")))
                .handledBy(OpenApiDocumentTest::never);
    }

    private static <P> Answer<P> never(Object request, Object input) {
        throw Refusal.notFound();
    }

    private final SwaggerParseResult parsed =
            new OpenAPIV3Parser()
                    .readContents(OpenApiDocument.of(PORTAL, Map.of("post", MODULE)), null, null);

    private OpenAPI document() {
        return parsed.getOpenAPI();
    }

    private Operation reading() {
        return in(document().getPaths(), "/c/{college}/post/letters/{place}").getGet();
    }

    private Operation writing() {
        return in(document().getPaths(), "/c/{college}/post/letters/{place}").getPost();
    }

    private Schema<?> body(String type) {
        return in(writing().getRequestBody().getContent(), type).getSchema();
    }

    private static <T> T in(Map<String, T> described, String name) {
        return Optional.ofNullable(described.get(name)).orElseThrow();
    }

    @SuppressWarnings("rawtypes") // The parser's own.
    private Schema schema(String suffix) {
        return document().getComponents().getSchemas().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(suffix))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFormWithFilesIsSentInPartsAndNotAsJson() {
        Operation sending = in(document().getPaths(), "/c/{college}/post/items").getPost();

        assertThat(sending.getRequestBody().getContent()).containsOnlyKeys("multipart/form-data");
        Schema<?> form =
                in(sending.getRequestBody().getContent(), "multipart/form-data").getSchema();
        assertThat(form.getRequired()).containsExactlyInAnyOrder("title", "photo");
        assertThat(in(form.getProperties(), "photo").getFormat()).isEqualTo("binary");
        assertThat(in(form.getProperties(), "more").getItems().getFormat()).isEqualTo("binary");
        assertThat(form.getProperties()).containsKey("_token");
    }

    @Test
    void aRouteThatSendsAFileHasNoPage() {
        Operation sending = in(document().getPaths(), "/c/{college}/post/photos/{photo}").getGet();

        assertThat(sending.getResponses()).containsKeys("200", "304", "404");
        assertThat(in(sending.getResponses(), "200").get$ref())
                .isEqualTo("#/components/responses/File");
        assertThat(in(document().getComponents().getResponses(), "File").getContent())
                .containsOnlyKeys("*/*");
        assertThat(document().getComponents().getSchemas().keySet())
                .noneMatch(name -> name.contains("Download"));
    }

    @Test
    void otherProgramsReadItWithoutAComplaint() {
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(document().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void itListsEveryRouteAndNoOther() {
        Set<String> listed =
                document().getPaths().entrySet().stream()
                        .flatMap(
                                path ->
                                        path.getValue().readOperationsMap().keySet().stream()
                                                .map(method -> method + " " + path.getKey()))
                        .collect(Collectors.toSet());
        assertThat(listed)
                .containsExactlyInAnyOrder(
                        "GET /",
                        "GET /sign-in",
                        "POST /sign-in",
                        "GET /c/{college}/post",
                        "GET /c/{college}/post/letters/{place}",
                        "POST /c/{college}/post/letters/{place}",
                        "DELETE /c/{college}/post/letters/{place}",
                        "POST /c/{college}/post/items",
                        "GET /c/{college}/post/photos/{photo}");
    }

    @Test
    void aListSaysWhatItIsAListOf() {
        assertThat(schema("PageOf_of_fr.preau.portal.pages.AuditLine").getProperties().get("items"))
                .extracting("items.$ref")
                .isEqualTo("#/components/schemas/fr.preau.portal.pages.AuditLine");
        assertThat(schema("PageOf_of_fr.preau.portal.pages.ChildLine").getProperties().get("items"))
                .extracting("items.$ref")
                .isEqualTo("#/components/schemas/fr.preau.portal.pages.ChildLine");
    }

    @Test
    void whatARecordKeepsForItselfIsNotDescribed() {
        assertThat(schema("OpenApiDocumentTest.Lists").getProperties())
                .containsOnlyKeys("acts", "children", "note", "count");
    }

    @Test
    void whatCanBeMissingIsNotRequired() {
        assertThat(schema("OpenApiDocumentTest.Lists").getRequired())
                .containsExactlyInAnyOrder("acts", "children", "count");
    }

    @Test
    void whatStandsInTheAddressIsNotSentAgain() {
        Schema<?> json = body("application/json");
        assertThat(json.getProperties()).containsOnlyKeys("subject", "to", "page");
        assertThat(reading().getParameters())
                .extracting(parameter -> parameter.getIn() + " " + parameter.getName())
                .containsExactly(
                        "path college", "path place", "query subject", "query to", "query page");
    }

    @Test
    void rulesOfTheInputAreSaid() {
        Schema<?> json = body("application/json");
        assertThat(json.getRequired()).containsExactly("subject");
        assertThat(in(json.getProperties(), "subject").getMaxLength()).isEqualTo(80);
        assertThat(in(json.getProperties(), "subject").getMinLength()).isEqualTo(1);
        assertThat(in(json.getProperties(), "to").getMaxItems()).isEqualTo(3);
        assertThat(reading().getParameters())
                .filteredOn(parameter -> parameter.getName().equals("subject"))
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.getRequired()).isTrue());
    }

    @Test
    void aFormBringsItsTokenAndLeadsOn() {
        Schema<?> form = body("application/x-www-form-urlencoded");
        assertThat(form.getProperties()).containsKey("_token");
        assertThat(writing().getResponses()).containsKey("303");
        assertThat(reading().getResponses()).doesNotContainKey("303");
    }

    @Test
    void aPageIsARecordAndAPage() {
        assertThat(in(reading().getResponses(), "200").getContent())
                .containsOnlyKeys("application/json", "text/html");
        assertThat(reading().getResponses()).containsKeys("401", "403", "404", "422", "default");
    }

    @Test
    void visitorsNeedNoTokenAndEverybodyElseOneOfTwo() {
        assertThat(in(document().getPaths(), "/sign-in").getPost().getSecurity()).isEmpty();
        assertThat(in(document().getPaths(), "/").getGet().getSecurity()).isNull();
        assertThat(document().getSecurity())
                .extracting(security -> security.keySet().iterator().next())
                .containsExactly("bearer", "cookie");
        assertThat(in(document().getComponents().getSecuritySchemes(), "cookie").getName())
                .isEqualTo("preau_session");
    }

    @Test
    void callersNameTheFunctionsOfStaff() {
        assertThat(reading().getExtensions())
                .containsEntry(
                        "x-preau-callers", List.of("TEACHER", "STAFF:PRINCIPAL", "STAFF:CPE"));
    }
}
