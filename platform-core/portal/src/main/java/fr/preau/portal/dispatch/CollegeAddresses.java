package fr.preau.portal.dispatch;

import fr.preau.api.directory.Directory;
import fr.preau.api.files.Download;
import fr.preau.api.plugin.Permission;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.files.FileStores;
import fr.preau.core.files.OutgoingFile;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePart;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.routes.RouteTable;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a collège, {@code /c/{slug}/{module}/…}: the caller belongs there, the module is
 * on there, and the route lets the caller in.
 */
public final class CollegeAddresses {

    private final Tenants tenants;
    private final ModuleGate gate;
    private final CallGate calls;
    private final UnitsOfWork units;
    private final Directory directory;
    private final FileStores files;
    private final Drawing drawing;
    private final OtherColleges others;
    private final PublicPages publicPages;
    private final PublicAnswers publicAnswers;

    public CollegeAddresses(
            Tenants tenants,
            ModuleGate gate,
            CallGate calls,
            UnitsOfWork units,
            Directory directory,
            FileStores files,
            Drawing drawing,
            OtherColleges others,
            PublicAnswers publicAnswers) {
        this.tenants = tenants;
        this.gate = gate;
        this.calls = calls;
        this.units = units;
        this.directory = directory;
        this.files = files;
        this.drawing = drawing;
        this.others = others;
        this.publicPages = new PublicPages(gate);
        this.publicAnswers = publicAnswers;
    }

    /**
     * @param path the parts of the address, the first of which is {@code c}
     */
    void serve(Exchange exchange, List<String> path) {
        if (path.size() < 2) {
            throw exchange.visit().signedIn().isEmpty() ? Visit.signInFirst() : Refusal.notFound();
        }
        Optional<Tenant> there = tenants.bySlug(path.get(1)).filter(Tenant::isOpen);
        List<Membership> memberships =
                there.map(tenant -> memberships(exchange.visit(), tenant)).orElse(List.of());
        if (memberships.isEmpty() && there.isPresent()) {
            serveVisitor(exchange, there.get(), path);
            return;
        }
        Tenant tenant =
                there.orElseThrow(
                        () ->
                                exchange.visit().signedIn().isPresent()
                                        ? Refusal.notFound()
                                        : Visit.signInFirst());
        if (path.size() == 2) {
            exchange.seeOther("/");
            return;
        }
        String module = path.get(2);
        List<String> rest = path.subList(3, path.size());
        boolean served =
                gate.call(
                                tenant.college().uai(),
                                module,
                                plugin -> {
                                    call(exchange, tenant, memberships, plugin, rest);
                                    return true;
                                })
                        .orElse(false);
        if (!served) {
            throw Refusal.notFound();
        }
    }

    private static List<Membership> memberships(Visit visit, Tenant tenant) {
        return visit.signedIn().map(person -> person.at(tenant.college().uai())).orElse(List.of());
    }

    /**
     * Serves somebody who has not signed in, or belongs elsewhere: what a module shows to
     * everybody, and takes from everybody. Of all else they learn nothing, not even whether it is
     * there.
     */
    private void serveVisitor(Exchange exchange, Tenant tenant, List<String> path) {
        if (path.size() == 2) {
            exchange.seeOther(publicPages.of(tenant).orElseThrow(() -> refused(exchange)));
            return;
        }
        List<String> rest = path.subList(3, path.size());
        boolean served =
                gate.call(
                                tenant.college().uai(),
                                path.get(2),
                                plugin -> {
                                    RouteTable.Match match =
                                            PublicPages.find(
                                                            plugin, tenant, exchange.method(), rest)
                                                    .orElseThrow(() -> refused(exchange));
                                    exchange.visit().seesFromOutside(tenant.college());
                                    call(exchange, tenant, null, plugin, match);
                                    return true;
                                })
                        .orElse(false);
        if (!served) {
            throw refused(exchange);
        }
    }

    private static Refusal refused(Exchange exchange) {
        return exchange.visit().signedIn().isPresent() ? Refusal.forbidden() : Visit.signInFirst();
    }

    /** Below what the pages of a module at a collège are. */
    static String base(College college, String module) {
        return "/c/" + college.slug() + "/" + module;
    }

    /** Refuses who may not call a portal's route about this collège. */
    void requireAdmitted(Visit visit, String slug, Callers callers) {
        SignedIn person = visit.signedIn().orElseThrow(Visit::signInFirst);
        if (person.operator() && callers.admit(Profile.OPERATOR, Set.of())) {
            return;
        }
        Tenant tenant = tenants.bySlug(slug).filter(Tenant::isOpen).orElseThrow(Refusal::notFound);
        boolean admitted =
                person.at(tenant.college().uai()).stream()
                        .anyMatch(m -> callers.admit(m.profile(), m.functions()));
        if (!admitted) {
            throw Refusal.forbidden();
        }
    }

    private void call(
            Exchange exchange,
            Tenant tenant,
            List<Membership> memberships,
            LivePlugin plugin,
            List<String> rest) {
        LivePart part = plugin.at(tenant.college().uai());
        RouteTable.Match match = Dispatcher.find(part.routes(), exchange.method(), rest);
        Membership membership = admitted(memberships, part, match.route().callers());
        SignedIn person = exchange.visit().person();
        exchange.visit().at(tenant.college(), caller(person, membership));
        Uai here = tenant.college().uai();
        exchange.visit()
                .canAskElsewhere(
                        (from, until) -> others.engagements(person, here, plugin.id(), from, until),
                        words -> others.find(person, here, plugin.id(), words));
        if (here.isDepartement()) {
            exchange.visit().canAskFamily(() -> others.family(person, here, plugin.id()));
        }
        call(exchange, tenant, membership, plugin, match);
    }

    /**
     * @param membership as which one is let in; null for a visitor
     */
    private void call(
            Exchange exchange,
            Tenant tenant,
            @Nullable Membership membership,
            LivePlugin plugin,
            RouteTable.Match match) {
        OwnForms.require(exchange, match.route().callers());
        if (!plugin.granted().contains(Permission.FILES)) {
            exchange.withholdFiles();
        }
        String base = base(tenant.college(), plugin.id());
        RouteCall<?, ?> call =
                RouteCall.of(
                        exchange,
                        match,
                        plugin.inputCheck(),
                        plugin.json(),
                        drawing,
                        file -> kept(plugin.id(), file));
        InCollege place =
                new InCollege(tenant.space(), membership, match.route().method().isSafe());
        Supplier<RouteCall.Prepared> prepared =
                () ->
                        calls.call(
                                plugin,
                                tenant.college().uai(),
                                CallKind.ROUTE,
                                () ->
                                        call.prepare(
                                                place,
                                                () ->
                                                        drawing.module(
                                                                exchange.visit(),
                                                                plugin,
                                                                tenant.college()),
                                                base));
        try {
            boolean shared = membership == null && match.route().method().isSafe();
            call.send(shared ? publicAnswers.page(exchange, prepared) : prepared.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutgoingFile kept(String module, Download file) {
        return files.outgoing(module, file).orElseThrow(Refusal::notFound);
    }

    /** The membership as which one is let in; a module serves nobody its manifest does not name. */
    private static Membership admitted(
            List<Membership> memberships, LivePart part, Callers callers) {
        return memberships.stream()
                .filter(membership -> part.declared().profiles().contains(membership.profile()))
                .filter(membership -> callers.admit(membership.profile(), membership.functions()))
                .findFirst()
                .orElseThrow(Refusal::forbidden);
    }

    private static Caller caller(SignedIn person, Membership membership) {
        return new Caller(
                membership.person(),
                membership.profile(),
                membership.functions(),
                person.displayName());
    }

    /** Work in the space of a collège, for someone who belongs there today. */
    private final class InCollege implements RouteCall.Place {

        private final DatabaseSpace space;
        private final @Nullable Membership membership;
        private final boolean safe;

        InCollege(DatabaseSpace space, @Nullable Membership membership, boolean safe) {
            this.space = space;
            this.membership = membership;
            this.safe = safe;
        }

        @Override
        public <T> T run(Supplier<T> work) {
            return safe
                    ? units.read(space, unit -> checked(work))
                    : units.writeAnew(space, unit -> checked(work));
        }

        /**
         * A guardian's rights come from the link to a child, not from the account. At the
         * Département, which has no pupils, they last as long as a collège knows the guardian: what
         * was eaten is still to be paid when the child has left.
         */
        private <T> T checked(Supplier<T> work) {
            if (membership != null
                    && membership.profile() == Profile.GUARDIAN
                    && !membership.uai().isDepartement()
                    && directory.childrenOf(membership.person()).isEmpty()) {
                throw Refusal.forbidden();
            }
            return work.get();
        }
    }
}
