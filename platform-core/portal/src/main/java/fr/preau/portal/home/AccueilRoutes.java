package fr.preau.portal.home;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.portal.console.Figures;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.look.DrawnCard;
import fr.preau.portal.pages.AccueilPage;
import fr.preau.portal.pages.CardSlot;
import fr.preau.portal.pages.ChildLine;
import fr.preau.portal.pages.CollegeBlock;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accueil: the children of all collèges, and what each module has to say.
 *
 * <p>One unit of work for each collège of the person, with all reads of the page on it. A card that
 * fails is lost; the page is not.
 */
public final class AccueilRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(AccueilRoutes.class);

    private final Tenants tenants;
    private final UnitsOfWork units;
    private final Directory directory;
    private final ModuleGate gate;
    private final PluginHost host;
    private final Figures figures;
    private final Drawing drawing;

    public AccueilRoutes(
            Tenants tenants,
            UnitsOfWork units,
            Directory directory,
            ModuleGate gate,
            PluginHost host,
            Figures figures,
            Drawing drawing) {
        this.tenants = tenants;
        this.units = units;
        this.directory = directory;
        this.gate = gate;
        this.host = host;
        this.figures = figures;
        this.drawing = drawing;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/")
                        .shows(AccueilPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy(this::draw)
                        .handledBy(this::accueil));
    }

    private Answer<AccueilPage> accueil(Request request, NoInput input) {
        Visit visit = Visit.of(request);
        SignedIn person = visit.person();
        List<ChildLine> children = new ArrayList<>();
        List<CollegeBlock> blocks = new ArrayList<>();
        byCollege(person).forEach((tenant, at) -> blocks.add(block(visit, tenant, at, children)));
        return Answer.show(
                new AccueilPage(
                        person.givenName(),
                        children,
                        blocks,
                        person.operator() ? figures.totals() : null));
    }

    private Map<Tenant, List<Membership>> byCollege(SignedIn person) {
        Map<Tenant, List<Membership>> colleges = new LinkedHashMap<>();
        for (Membership membership : person.memberships()) {
            tenants.byUai(membership.uai())
                    .filter(Tenant::isOpen)
                    .ifPresent(
                            tenant ->
                                    colleges.computeIfAbsent(
                                            tenant, t -> person.at(membership.uai())));
        }
        return colleges;
    }

    private CollegeBlock block(
            Visit visit, Tenant tenant, List<Membership> memberships, List<ChildLine> children) {
        College college = tenant.college();
        List<CardSlot> slots = new ArrayList<>();
        units.read(
                tenant.space(),
                unit -> {
                    for (Membership membership : memberships) {
                        if (mayRead(college, membership, children)) {
                            slots.addAll(slots(visit, college, membership));
                        }
                    }
                    return slots.size();
                });
        return new CollegeBlock(
                college.slug(),
                college.name(),
                college.commune(),
                college.accent(),
                memberships.stream().map(Membership::profile).collect(Collectors.toSet()),
                drawing.links(visit.person(), college),
                slots);
    }

    /** A guardian without a child here today has nothing to read here. */
    private boolean mayRead(College college, Membership membership, List<ChildLine> children) {
        if (membership.profile() != Profile.GUARDIAN) {
            return true;
        }
        List<ChildLine> here = Children.lines(college, directory.childrenOf(membership.person()));
        children.addAll(here);
        return !here.isEmpty();
    }

    private List<CardSlot> slots(Visit visit, College college, Membership membership) {
        Caller caller =
                new Caller(
                        membership.person(),
                        membership.profile(),
                        membership.functions(),
                        visit.person().displayName());
        Request request = Request.of(college, caller, visit.locale());
        List<CardSlot> slots = new ArrayList<>();
        for (LivePlugin module : gate.modulesOn(college.uai())) {
            host.call(module.id(), plugin -> slotsOf(plugin, request, visit.wantsJson()))
                    .ifPresent(slots::addAll);
        }
        return slots;
    }

    private static List<CardSlot> slotsOf(LivePlugin plugin, Request request, boolean json) {
        List<CardSlot> slots = new ArrayList<>();
        for (Card<?> card : plugin.cards()) {
            if (card.profiles().contains(request.caller().profile())) {
                try {
                    Object page = card.read().apply(request);
                    slots.add(
                            new CardSlot(
                                    plugin.id(),
                                    card.id(),
                                    request.college().slug(),
                                    json ? plugin.json().tree(page) : page));
                } catch (RuntimeException e) {
                    lost(plugin.id(), card.id(), e);
                }
            }
        }
        return slots;
    }

    private static void lost(String module, String card, RuntimeException failure) {
        LOG.error("card {} of module {} is lost", card, module, failure);
    }

    private Screen draw(AccueilPage page, PageContext context) {
        List<DrawnCard> cards = new ArrayList<>();
        for (CollegeBlock block : page.colleges()) {
            College college = tenants.bySlug(block.slug()).orElseThrow().college();
            for (CardSlot slot : block.cards()) {
                host.call(slot.module(), plugin -> drawn(plugin, college, slot, context))
                        .flatMap(card -> card)
                        .ifPresent(cards::add);
            }
        }
        return drawing.screens().accueil(page, cards, context);
    }

    private Optional<DrawnCard> drawn(
            LivePlugin plugin, College college, CardSlot slot, PageContext context) {
        try {
            Content content = draw(plugin, slot, drawing.module(context, plugin, college));
            return Optional.of(new DrawnCard(slot.college(), slot.module(), slot.id(), content));
        } catch (RuntimeException e) {
            lost(slot.module(), slot.id(), e);
            return Optional.empty();
        }
    }

    private static Content draw(LivePlugin plugin, CardSlot slot, PageContext context) {
        Card<?> card =
                plugin.cards().stream()
                        .filter(c -> c.id().equals(slot.id()))
                        .findFirst()
                        .orElseThrow();
        return drawNow(card, slot.page(), context);
    }

    /** Drawn at once, while this version of the module is held. */
    private static <P> Content drawNow(Card<P> card, Object page, PageContext context) {
        StringOutput html = new StringOutput();
        card.fragment().draw(card.page().cast(page), context).writeTo(html);
        String text = html.toString();
        return output -> output.writeContent(text);
    }
}
