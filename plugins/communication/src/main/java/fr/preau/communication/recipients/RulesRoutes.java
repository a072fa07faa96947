package fr.preau.communication.recipients;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.safety.Judges;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;

/** The addresses at which a collège decides who may write to whom. */
final class RulesRoutes {

    private static final Callers ADMINISTRATORS =
            Callers.staff(StaffFunction.ADMINISTRATOR, StaffFunction.PRINCIPAL);

    private static final String RULES = "/safety/rules";

    private final RulesSheets sheets;
    private final MakingException making;
    private final DecidingRules deciding;
    private final KeptRules kept;
    private final StaticTemplates templates = new StaticTemplates();

    RulesRoutes(
            RulesSheets sheets, MakingException making, DecidingRules deciding, KeptRules kept) {
        this.sheets = sheets;
        this.making = making;
        this.deciding = deciding;
        this.kept = kept;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/safety")
                        .shows(SafetyPage.class)
                        .allows(Callers.profiles(Profile.STAFF))
                        .drawnBy(this::draw)
                        .handledBy(this::safety),
                Route.get(RULES)
                        .shows(RulesPage.class)
                        .allows(ADMINISTRATORS)
                        .drawnBy(this::draw)
                        .handledBy(this::show),
                Route.post(RULES)
                        .takes(RulesInput.Wished.class)
                        .shows(RulesPage.class)
                        .allows(ADMINISTRATORS)
                        .drawnBy(this::draw)
                        .handledBy(this::change),
                Route.get("/safety/preview")
                        .takes(RulesInput.Preview.class)
                        .shows(PreviewPage.class)
                        .allows(ADMINISTRATORS)
                        .drawnBy(this::draw)
                        .handledBy((request, input) -> Answer.show(sheets.preview(request, input))),
                Route.get("/safety/exceptions/new")
                        .takes(RulesInput.Making.class)
                        .shows(NewExceptionPage.class)
                        .allows(ADMINISTRATORS)
                        .drawnBy(this::draw)
                        .handledBy(
                                (request, input) ->
                                        Answer.show(making.page(input, Violations.none()))),
                Route.post("/safety/exceptions")
                        .takes(RulesInput.Making.class)
                        .shows(NewExceptionPage.class)
                        .allows(ADMINISTRATORS)
                        .drawnBy(this::draw)
                        .handledBy(this::make),
                Route.post("/safety/exceptions/{exception}/end")
                        .takes(RulesInput.OneException.class)
                        .shows(RulesPage.class)
                        .allows(ADMINISTRATORS)
                        .drawnBy(this::draw)
                        .handledBy(this::end));
    }

    private Answer<SafetyPage> safety(Request request, NoInput input) {
        Caller reader = request.caller();
        return Answer.show(
                new SafetyPage(
                        sheets.rules(request.college()).rules(),
                        ADMINISTRATORS.admit(reader.profile(), reader.functions()),
                        Judges.CALLERS.admit(reader.profile(), reader.functions())));
    }

    private Answer<RulesPage> show(Request request, NoInput input) {
        return Answer.show(sheets.rules(request.college()));
    }

    private Answer<RulesPage> change(Request request, RulesInput.Wished input) {
        deciding.change(request, input.rule());
        return Answer.done(sheets.rules(request.college()), RULES, Wording.of("rules.kept"));
    }

    private Answer<NewExceptionPage> make(Request request, RulesInput.Making input) {
        Violations violations = making.violations(input, kept.today());
        NewExceptionPage page = making.page(input, violations);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page, violations);
        }
        deciding.make(request, making.made(input, deciding.ids().next()));
        return Answer.done(page, RULES, Wording.of("exception.made"));
    }

    private Answer<RulesPage> end(Request request, RulesInput.OneException input) {
        deciding.end(request, input.exception());
        return Answer.done(sheets.rules(request.college()), RULES, Wording.of("exception.ended"));
    }

    private Screen draw(SafetyPage page, PageContext context) {
        return new Screen(context.text("safety.title"), templates.safety(page, context));
    }

    private Screen draw(RulesPage page, PageContext context) {
        return new Screen(context.text("rules.title"), templates.rules(page, context));
    }

    private Screen draw(PreviewPage page, PageContext context) {
        return new Screen(context.text("preview.title"), templates.rulesPreview(page, context));
    }

    private Screen draw(NewExceptionPage page, PageContext context) {
        return new Screen(context.text("exception.title"), templates.rulesException(page, context));
    }
}
