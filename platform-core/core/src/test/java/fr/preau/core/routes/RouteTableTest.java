package fr.preau.core.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Method;
import fr.preau.api.route.PathTemplate;
import fr.preau.api.route.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private record Where(String address) {}

    @Test
    void aPlainWordWinsOverAHoleWhateverTheOrder() {
        List<Route<?, ?>> holeFirst =
                List.of(route(Route.get("/messages/{thread}")), route(Route.get("/messages/new")));
        List<Route<?, ?>> wordFirst = List.of(holeFirst.get(1), holeFirst.get(0));
        for (List<Route<?, ?>> order : List.of(holeFirst, wordFirst)) {
            RouteTable table = new RouteTable(order);
            assertThat(found(table, Method.GET, "/messages/new")).isEqualTo("GET /messages/new");
            assertThat(found(table, Method.GET, "/messages/42"))
                    .isEqualTo("GET /messages/{thread}");
        }
    }

    @Test
    void theEarlierPlainWordWins() {
        RouteTable table =
                new RouteTable(
                        List.of(
                                route(Route.get("/{module}/sevres")),
                                route(Route.get("/communication/{slug}"))));
        assertThat(found(table, Method.GET, "/communication/sevres"))
                .isEqualTo("GET /communication/{slug}");
    }

    @Test
    void whatStandsInTheHolesIsHandedOver() {
        RouteTable table = new RouteTable(List.of(route(Route.get("/a/{one}/{two}"))));
        assertThat(table.find(Method.GET, PathTemplate.split("/a/1/2")))
                .hasValueSatisfying(
                        match ->
                                assertThat(match.holes())
                                        .containsEntry("one", "1")
                                        .containsEntry("two", "2"));
    }

    @Test
    void twoRoutesOfTheSameShapeAreRefused() {
        List<Route<?, ?>> doubles =
                List.of(
                        route(Route.get("/messages/{thread}")),
                        route(Route.get("/messages/{message}")));
        assertThatThrownBy(() -> new RouteTable(doubles))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET /messages/{message}");
    }

    @Test
    void anAddressKnownUnderAnotherMethodSaysWhichOnes() {
        RouteTable table =
                new RouteTable(
                        List.of(
                                route(Route.get("/messages/{thread}")),
                                route(Route.delete("/messages/{thread}")),
                                route(Route.post("/messages/new"))));
        List<String> path = PathTemplate.split("/messages/new");
        assertThat(table.find(Method.PUT, path)).isEmpty();
        assertThat(table.methodsAt(path))
                .containsExactlyInAnyOrder(Method.GET, Method.DELETE, Method.POST);
        assertThat(table.methodsAt(PathTemplate.split("/nothing/here/at/all"))).isEmpty();
    }

    @Test
    void aWordOfAnotherMethodDoesNotHideTheHole() {
        RouteTable table =
                new RouteTable(
                        List.of(
                                route(Route.post("/messages/new")),
                                route(Route.get("/messages/{thread}"))));
        assertThat(found(table, Method.GET, "/messages/new")).isEqualTo("GET /messages/{thread}");
    }

    private static String found(RouteTable table, Method method, String path) {
        return table.find(method, PathTemplate.split(path))
                .map(match -> match.route().toString())
                .orElse("nothing");
    }

    private static Route<?, ?> route(Route.Addressed addressed) {
        return addressed
                .shows(Where.class)
                .allows(Callers.signedIn())
                .drawnBy((page, context) -> drawn(page))
                .handledBy((request, input) -> Answer.show(new Where("here")));
    }

    private static Screen drawn(Where page) {
        throw new IllegalStateException("nobody looks at " + page);
    }
}
