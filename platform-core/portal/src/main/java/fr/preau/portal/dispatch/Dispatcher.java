package fr.preau.portal.dispatch;

import fr.preau.api.files.Download;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Method;
import fr.preau.api.route.PathTemplate;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.core.files.OutgoingFile;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.routes.InputCheck;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.routes.RouteTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a request to its route: the portal's own addresses here, those of a collège through {@link
 * CollegeAddresses}.
 */
public final class Dispatcher implements AutoCloseable {

    private final RouteTable portalRoutes;
    private final RecordJson json = new RecordJson();
    private final InputCheck check = new InputCheck();
    private final CollegeAddresses colleges;
    private final Drawing drawing;
    private final MadeFiles made;

    /**
     * @param made what the portal's own routes answer with
     */
    public Dispatcher(
            List<Route<?, ?>> portalRoutes,
            CollegeAddresses colleges,
            Drawing drawing,
            MadeFiles made) {
        this.portalRoutes = new RouteTable(portalRoutes);
        this.colleges = colleges;
        this.drawing = drawing;
        this.made = made;
    }

    /** The portal's own routes. */
    public RouteTable portalRoutes() {
        return portalRoutes;
    }

    void dispatch(Exchange exchange) throws IOException {
        List<String> path = PathTemplate.split(exchange.address());
        if (!path.isEmpty() && path.get(0).equals("c")) {
            colleges.serve(exchange, path);
            return;
        }
        RouteTable.Match match = find(portalRoutes, exchange.method(), path);
        requireAllowed(exchange.visit(), match.route().callers());
        String college = match.holes().get("college");
        if (college != null) {
            // Before anything is read of the input: who has no business there learns nothing of it.
            colleges.requireAdmitted(exchange.visit(), college, match.route().callers());
        }
        OwnForms.require(exchange, match.route().callers());
        RouteCall.of(exchange, match, check, json, drawing, this::made)
                .run(RouteCall.ANYWHERE, () -> drawing.portal(exchange.visit()), "");
    }

    /** The portal keeps no files: what its routes answer with was made for this answer. */
    private OutgoingFile made(Download download) {
        if (download instanceof Download.Made whole) {
            return OutgoingFile.made(whole);
        }
        return made.take((Download.Kept) download).orElseThrow(Refusal::notFound);
    }

    static RouteTable.Match find(RouteTable routes, Method method, List<String> path) {
        Optional<RouteTable.Match> match = routes.find(method, path);
        if (match.isPresent()) {
            return match.get();
        }
        Set<Method> others = routes.methodsAt(path);
        if (others.isEmpty()) {
            throw Refusal.notFound();
        }
        throw Refusal.ofType(405, "method-not-allowed", named(others));
    }

    private static String named(Set<Method> methods) {
        return methods.stream().sorted().map(Method::name).collect(Collectors.joining(", "));
    }

    private static void requireAllowed(Visit visit, Callers callers) {
        if (callers.visitors()) {
            return;
        }
        SignedIn person = visit.signedIn().orElseThrow(Visit::signInFirst);
        // Whoever belongs nowhere any more is still somebody, who may read so and sign out.
        boolean admitted =
                callers.equals(Callers.signedIn())
                        || (person.operator() && callers.admit(Profile.OPERATOR, Set.of()))
                        || person.memberships().stream()
                                .anyMatch(m -> callers.admit(m.profile(), m.functions()));
        if (!admitted) {
            throw Refusal.forbidden();
        }
    }

    @Override
    public void close() {
        json.close();
        check.close();
    }
}
