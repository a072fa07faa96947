package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every route that answers at this moment, called by everybody: the routes are read from the live
 * description, so that a new one can't be forgotten.
 */
@ExtendWith(RunningPreau.class)
class RouteMatrixIT {

    /** Who a route may name, and a demo account of each kind. */
    private static final Map<String, String> PROFILES =
            Map.of(
                    "departement", "OPERATOR",
                    "direction.sevres", "STAFF",
                    "cpe.sevres", "STAFF",
                    "secretariat.sevres", "STAFF",
                    "gestion.sevres", "STAFF",
                    "admin.sevres", "STAFF",
                    "prof.sevres", "TEACHER",
                    "parent.sevres", "GUARDIAN",
                    "eleve.sevres", "PUPIL");

    /** What of the staff they are. */
    private static final Map<String, String> FUNCTIONS =
            Map.of(
                    "direction.sevres", "PRINCIPAL",
                    "cpe.sevres", "CPE",
                    "secretariat.sevres", "SECRETARY",
                    "gestion.sevres", "GESTIONNAIRE",
                    "admin.sevres", "ADMINISTRATOR");

    /** Who is at another collège only, as much there as one can be. */
    private static final String FROM_ELSEWHERE = "direction.meudon-bel-air";

    private static final List<Integer> TURNED_AWAY = List.of(401, 403, 404);

    /** What is there only for who has the link of a mail, or the number of their payment. */
    private static final Set<String> WITH_A_SECRET =
            Set.of("/notifications/stop", "/c/departement/payment/back");

    /** What the holes of an address are filled with; another one gets something that is nowhere. */
    private static final Set<String> KNOWN_HOLES = Set.of("college", "module", "slug");

    /**
     * One operation of the live description.
     *
     * @param query what must be asked for, as in {@code enabled=true}
     * @param file whether it answers with a file instead of a page
     */
    private record LiveRoute(
            String method, String path, Set<String> callers, String query, boolean file) {

        boolean admits(String login) {
            String profile = PROFILES.getOrDefault(login, "");
            // An operator belongs to no collège, and sees of one what everybody does.
            boolean visits = ofCollege() && profile.equals("OPERATOR");
            return callers.contains(visits ? "VISITOR" : profile)
                    || callers.contains(profile)
                    || callers.contains(profile + ":" + FUNCTIONS.getOrDefault(login, ""));
        }

        /** Whether what is asked for exists, as far as the address tells. */
        boolean isThere() {
            return !WITH_A_SECRET.contains(path)
                    && HOLE.matcher(path)
                            .results()
                            .allMatch(hole -> KNOWN_HOLES.contains(hole.group(1)));
        }

        boolean answersAt(String address) {
            return address.matches(path.replaceAll("\\{[a-zA-Z]+}", "[^/]+"));
        }

        /** Whether it belongs to the people of one collège: of its modules, or of the portal. */
        boolean ofCollege() {
            return path.contains("{college}");
        }

        boolean ofModule() {
            return path.startsWith("/c/");
        }

        boolean changes() {
            return !method.equals("GET");
        }

        /** This one ends the session it is called with. */
        boolean endsTheSession() {
            return path.equals("/sign-out");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Preau preau;
    private final Map<String, Visitor> signedIn = new HashMap<>();

    RouteMatrixIT(Preau preau) {
        this.preau = preau;
    }

    @BeforeEach
    void everybodySignsIn() {
        Stream.concat(PROFILES.keySet().stream(), Stream.of(FROM_ELSEWHERE))
                .forEach(login -> signedIn.put(login, preau.api(login)));
    }

    private List<LiveRoute> liveRoutes() {
        JsonObject paths = preau.nobody().get("/openapi").json().getJsonObject("paths");
        return paths.keySet().stream()
                .flatMap(path -> operations(path, paths.getJsonObject(path)))
                .toList();
    }

    private static Stream<LiveRoute> operations(String path, JsonObject operations) {
        return operations.keySet().stream()
                .map(method -> operation(method, path, operations.getJsonObject(method)));
    }

    private static LiveRoute operation(String method, String path, JsonObject described) {
        return new LiveRoute(
                method.toUpperCase(Locale.ROOT),
                path,
                described.getJsonArray("x-preau-callers").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet()),
                described.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                        .filter(parameter -> parameter.getString("in").equals("query"))
                        .filter(parameter -> parameter.getBoolean("required"))
                        .map(RouteMatrixIT::example)
                        .collect(Collectors.joining("&")),
                described.getJsonObject("responses").containsKey("304"));
    }

    private static String example(JsonObject parameter) {
        String value =
                switch (parameter.getJsonObject("schema").getString("type")) {
                    case "boolean" -> "true";
                    case "integer" -> "1";
                    default -> "a";
                };
        return parameter.getString("name") + "=" + value;
    }

    @Test
    void everyRouteNamesItsCallers() {
        assertThat(liveRoutes())
                .hasSizeGreaterThan(20)
                .allSatisfy(route -> assertThat(route.callers()).as(route.toString()).isNotEmpty());
    }

    @Test
    void thereIsADemoAccountOfEveryProfileThatARouteNames() {
        Set<String> named =
                liveRoutes().stream()
                        .flatMap(route -> route.callers().stream())
                        .filter(caller -> !caller.equals("VISITOR"))
                        .collect(Collectors.toSet());
        Set<String> played =
                Stream.concat(
                                PROFILES.values().stream(),
                                FUNCTIONS.values().stream().map(function -> "STAFF:" + function))
                        .collect(Collectors.toSet());

        assertThat(preau.logins())
                .containsAll(PROFILES.keySet())
                .hasSize(PROFILES.size() + 1)
                .contains(FROM_ELSEWHERE);
        assertThat(played).containsAll(named);
    }

    @TestFactory
    Stream<DynamicTest> nobodyOnlyReachesWhatIsOpenToVisitors() {
        return liveRoutes().stream()
                .map(
                        route ->
                                dynamicTest(
                                        route + " by nobody",
                                        () ->
                                                check(
                                                        preau.nobody(),
                                                        route,
                                                        route.callers().contains("VISITOR"))));
    }

    @TestFactory
    Stream<DynamicTest> everyProfileReachesItsRoutesAndNoOther() {
        return liveRoutes().stream()
                .flatMap(
                        route ->
                                PROFILES.keySet().stream()
                                        .sorted()
                                        .map(
                                                login ->
                                                        dynamicTest(
                                                                route + " by " + login,
                                                                () -> checkAtHome(route, login))));
    }

    private void checkAtHome(LiveRoute route, String login) {
        Visitor visitor = route.endsTheSession() ? preau.api(login) : visitor(login);
        check(visitor, route, route.admits(login));
    }

    private void check(Visitor visitor, LiveRoute route, boolean admitted) {
        int status = call(visitor, route, RunningPreau.COLLEGE).status();
        if (!admitted) {
            assertThat(status).isIn(TURNED_AWAY);
        } else if (route.changes()) {
            assertThat(status).isNotIn(401, 403, 405).isLessThan(500);
        } else {
            assertThat(status).isEqualTo(route.isThere() ? 200 : 404);
        }
        if (!route.changes()) {
            checkPage(visitor, route, admitted);
        }
    }

    /** The same as a person sees it; who is nobody is led to the sign-in page. */
    private static void checkPage(Visitor visitor, LiveRoute route, boolean admitted) {
        Reply page = visitor.page(address(route, RunningPreau.COLLEGE));
        if (!admitted) {
            assertThat(page.status()).isIn(303, 403, 404);
            return;
        }
        assertThat(page.status()).isEqualTo(route.isThere() ? 200 : 404);
        if (route.file() && page.status() == 200) {
            assertThat(page.header("Content-Disposition")).isPresent();
            assertThat(page.header("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
            return;
        }
        assertThat(page.header("Content-Type")).hasValue("text/html; charset=UTF-8");
        assertThat(page.body()).contains("<h1>", "</html>");
    }

    /**
     * What the description lists and what the route tables answer to, seen from outside: a method
     * that an address does not know is told as such, and no other one is.
     */
    @TestFactory
    Stream<DynamicTest> anAddressAnswersToTheMethodsOfTheDescriptionAndToNoOther() {
        List<LiveRoute> routes = liveRoutes();
        return routes.stream()
                .collect(
                        Collectors.groupingBy(
                                LiveRoute::path,
                                TreeMap::new,
                                Collectors.mapping(LiveRoute::method, Collectors.toSet())))
                .entrySet()
                .stream()
                .map(
                        listed ->
                                dynamicTest(
                                        listed.getValue() + " " + listed.getKey(),
                                        () -> checkMethods(routes, listed.getKey())));
    }

    private void checkMethods(List<LiveRoute> routes, String path) {
        Visitor someone =
                path.startsWith("/c/{college}/") ? visitor("prof.sevres") : visitor("departement");
        String address = filled(path, RunningPreau.COLLEGE);
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            // What is a word in one address may stand in the hole of another one.
            boolean known =
                    routes.stream()
                            .filter(route -> route.method().equals(method))
                            .anyMatch(route -> route.answersAt(address));
            if (!known) {
                assertThat(someone.json(method, address, "{}").status())
                        .as(method + " " + path)
                        .isEqualTo(405);
            }
        }
    }

    @Test
    void theDescriptionListsExactlyTheRoutesOfTheBundle() throws ReflectiveOperationException {
        List<String> declared = new ArrayList<>();
        declared.addAll(declared("communication", "fr.preau.communication.CommunicationPlugin"));
        declared.addAll(declared("canteen", "fr.preau.canteen.CanteenPlugin"));
        declared.addAll(declared("payment", "fr.preau.payment.PaymentPlugin"));

        assertThat(liveRoutes())
                .filteredOn(LiveRoute::ofModule)
                .extracting(LiveRoute::toString)
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    /** What a module serves at collèges and at the Département. */
    private static List<String> declared(String module, String plugin)
            throws ReflectiveOperationException {
        return DeclaredRoutes.of(plugin).stream()
                .map(
                        route ->
                                "%s /c/%s/%s%s"
                                        .formatted(
                                                route.method(),
                                                route.callers().departement()
                                                        ? "departement"
                                                        : "{college}",
                                                module,
                                                route.path()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> nobodyReachesACollegeThatIsNotTheirs() {
        return liveRoutes().stream()
                .filter(LiveRoute::ofCollege)
                // What a collège shows to everybody is shown to people of other collèges too.
                .filter(route -> !route.callers().contains("VISITOR"))
                .flatMap(
                        route ->
                                PROFILES.keySet().stream()
                                        .sorted()
                                        .map(
                                                login ->
                                                        dynamicTest(
                                                                route + " elsewhere by " + login,
                                                                () ->
                                                                        checkElsewhere(
                                                                                route, login))));
    }

    @TestFactory
    Stream<DynamicTest> aPrincipalOfAnotherCollegeReachesNothingHere() {
        return liveRoutes().stream()
                .filter(LiveRoute::ofCollege)
                .filter(route -> !route.callers().contains("VISITOR"))
                .map(
                        route ->
                                dynamicTest(
                                        route + " by " + FROM_ELSEWHERE,
                                        () ->
                                                assertThat(
                                                                call(
                                                                                visitor(
                                                                                        FROM_ELSEWHERE),
                                                                                route,
                                                                                RunningPreau
                                                                                        .COLLEGE)
                                                                        .status())
                                                        .isIn(TURNED_AWAY)));
    }

    private void checkElsewhere(LiveRoute route, String login) {
        assertThat(call(visitor(login), route, RunningPreau.ELSEWHERE).status()).isIn(TURNED_AWAY);
    }

    @TestFactory
    Stream<DynamicTest> everyChangeThatComesWithACookieNeedsTheTokenOfAForm() {
        Visitor operator = preau.browser("departement");
        Visitor teacher = preau.browser("prof.sevres");
        return liveRoutes().stream()
                .filter(LiveRoute::changes)
                .filter(route -> route.method().equals("POST"))
                // Who signs in has no session yet that a foreign form could use.
                .filter(route -> !route.callers().contains("VISITOR"))
                .map(
                        route -> {
                            Visitor visitor =
                                    route.callers().contains("TEACHER") ? teacher : operator;
                            return dynamicTest(
                                    route + " without the token",
                                    () ->
                                            assertThat(
                                                            visitor.form(
                                                                            address(
                                                                                    route,
                                                                                    RunningPreau
                                                                                            .COLLEGE),
                                                                            Map.of())
                                                                    .status())
                                                    .isEqualTo(403));
                        });
    }

    @Test
    void aConversationIsThePropertyOfThoseWhoHoldIt() {
        Visitor parent = visitor("parent.sevres");
        String teacher = parent.correspondents(RunningPreau.COLLEGE).get(0);
        String location =
                parent.json(
                                "POST",
                                "/c/sevres/communication/messages",
                                Json.createObjectBuilder()
                                        .add("to", Json.createArrayBuilder().add(teacher))
                                        .add("subject", "Une question")
                                        .add("text", "Bonjour.")
                                        .build()
                                        .toString())
                        .header("Location")
                        .orElseThrow();

        assertThat(parent.get(location).status()).isEqualTo(200);
        for (String login : List.of("eleve.sevres", "cpe.sevres", "direction.sevres")) {
            assertThat(visitor(login).get(location).status()).as(login).isEqualTo(404);
        }
    }

    private Reply call(Visitor visitor, LiveRoute route, String college) {
        String address = address(route, college);
        return route.changes() ? visitor.json(route.method(), address, "{}") : visitor.get(address);
    }

    private static String address(LiveRoute route, String college) {
        String address = filled(route.path(), college);
        return route.query().isEmpty() ? address : address + "?" + route.query();
    }

    private static String filled(String path, String college) {
        return path.replace("{college}", college)
                .replace("{module}", "communication")
                .replace("{slug}", college)
                .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
    }

    private Visitor visitor(String login) {
        Visitor visitor = signedIn.get(login);
        if (visitor == null) {
            throw new IllegalStateException(login + " is not signed in");
        }
        return visitor;
    }
}
