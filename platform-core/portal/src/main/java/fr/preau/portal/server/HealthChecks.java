package fr.preau.portal.server;

import fr.preau.core.tenancy.DatabaseSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** How Préau is, for whoever watches over it. */
@ApplicationScoped
public class HealthChecks {

    @Inject PreauServer server;

    @Produces
    @Startup
    HealthCheck started() {
        return () ->
                HealthCheckResponse.named("started").status(server.running().isPresent()).build();
    }

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("live");
    }

    /** The database answers in the platform's role. */
    @Produces
    @Readiness
    HealthCheck database() {
        return () ->
                HealthCheckResponse.named("database")
                        .status(server.running().map(HealthChecks::answers).orElse(false))
                        .build();
    }

    private static boolean answers(Preau preau) {
        try {
            return preau.units()
                    .read(
                            DatabaseSpace.platform(),
                            unit -> {
                                try (PreparedStatement statement =
                                        unit.connection()
                                                .prepareStatement(
                                                        "SELECT 1 FROM college LIMIT 1")) {
                                    statement.executeQuery().close();
                                    return true;
                                }
                            });
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The modules that should run do; one that can't is named, the others go on. */
    @Produces
    @Readiness
    HealthCheck modules() {
        return () -> {
            var builder = HealthCheckResponse.named("modules");
            server.running()
                    .ifPresent(
                            preau -> {
                                preau.host()
                                        .all()
                                        .forEach(
                                                module ->
                                                        builder.withData(
                                                                module.id(),
                                                                module.manifest().version()));
                                preau.modules()
                                        .refused()
                                        .forEach(jar -> builder.withData(jar.file(), jar.reason()));
                                preau.modules()
                                        .failures()
                                        .forEach(
                                                (module, reason) ->
                                                        builder.withData(
                                                                module + " desired", reason));
                            });
            // Where no module is wanted yet, or none is signed, an operator must still get in.
            boolean up = server.running().filter(p -> !p.modules().areAllDown()).isPresent();
            return builder.status(up).build();
        };
    }
}
