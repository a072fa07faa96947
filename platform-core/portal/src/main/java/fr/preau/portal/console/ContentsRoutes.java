package fr.preau.portal.console;

import fr.preau.api.files.Download;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.Release;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.pages.ContentsPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What is in the jar of a release, for the operator who decides about it. */
public final class ContentsRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);

    private final ReleasePlans plans;
    private final ReleaseContents contents;
    private final Drawing drawing;

    public ContentsRoutes(ReleasePlans plans, ReleaseContents contents, Drawing drawing) {
        this.plans = plans;
        this.contents = contents;
        this.drawing = drawing;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/departement/catalogue/{module}/contents")
                        .takes(CatalogueInputs.ToRead.class)
                        .shows(ContentsPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().contents(page, context))
                        .handledBy(this::read),
                Route.get("/departement/catalogue/{module}/releases/{release}/bill-of-materials")
                        .takes(CatalogueInputs.Question.class)
                        .sendsFile()
                        .allows(OPERATORS)
                        .handledBy(this::bill));
    }

    private Answer<ContentsPage> read(Request request, CatalogueInputs.ToRead input) {
        Release release = plans.release(input.module(), input.release());
        try {
            return Answer.show(contents.page(release, Math.max(1, Math.min(input.page(), 10_000))));
        } catch (PluginRefused e) {
            throw unreadable(e);
        }
    }

    private Download bill(Request request, CatalogueInputs.Question input) {
        Release release = plans.release(input.module(), input.release());
        try {
            return contents.bill(release)
                    .map(
                            bytes ->
                                    Download.save(
                                            release.module()
                                                    + "-"
                                                    + release.version()
                                                    + ".cdx.json",
                                            bytes))
                    .orElseThrow(Refusal::notFound);
        } catch (PluginRefused e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal unreadable(PluginRefused refused) {
        return Refusal.ofType(409, "release-unreadable", refused.reason());
    }
}
