package fr.preau.portal.home;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Request;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.identity.Membership;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LiveCard;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginFault;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.plugins.gate.ModuleUnavailable;
import fr.preau.core.plugins.gate.ModuleUnavailable.Reason;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.ChildLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One collège's part of an accueil while it is being read: the person's children there, then each
 * card, on one unit of work of a thread of its own.
 *
 * <p>Whoever asked waits for the children, and for the cards until they are late. Then the reading
 * is given up: its connection is cut, its thread told, and the cards that are missing are lost.
 */
final class CollegeReading implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CollegeReading.class);

    /** A card that a membership gets. */
    private record Expected(
            Membership membership, String module, String title, String card, boolean asks) {}

    private final Visit visit;
    private final Tenant tenant;
    private final UnitsOfWork units;
    private final Directory directory;
    private final ModuleGate gate;
    private final CallGate calls;
    private final long until;
    private final @Nullable String only;
    private final CardDrawing drawing;
    private final List<Membership> memberships;
    private final Map<Expected, @Nullable ReadCard> cards = new LinkedHashMap<>();
    private final Set<Expected> lost = new HashSet<>();
    private final CompletableFuture<Optional<List<ChildLine>>> children = new CompletableFuture<>();
    private final CompletableFuture<Integer> statements = new CompletableFuture<>();
    private @Nullable UnitOfWork unit;
    private boolean givenUp;

    /**
     * @param only the card that is asked for by itself: it has all its time, and does not come
     *     later once that is over. Null for all cards
     */
    CollegeReading(
            Visit visit,
            Tenant tenant,
            List<LivePlugin> modules,
            UnitsOfWork units,
            Directory directory,
            ModuleGate gate,
            CallGate calls,
            long until,
            @Nullable String only,
            CardDrawing drawing) {
        this.visit = visit;
        this.tenant = tenant;
        this.units = units;
        this.directory = directory;
        this.gate = gate;
        this.calls = calls;
        this.until = until;
        this.only = only;
        this.drawing = drawing;
        this.memberships = visit.person().at(tenant.college().uai());
        for (Membership membership : memberships) {
            for (LivePlugin module : modules) {
                expect(membership, module);
            }
        }
    }

    private void expect(Membership membership, LivePlugin module) {
        for (LiveCard card : module.at(tenant.college().uai()).cards()) {
            boolean wanted = only == null || only.equals(card.id());
            if (wanted && card.isFor(membership.profile())) {
                cards.put(
                        new Expected(
                                membership,
                                module.id(),
                                module.manifest().title(),
                                card.id(),
                                card.asks()),
                        null);
            }
        }
    }

    College college() {
        return tenant.college();
    }

    List<Membership> memberships() {
        return memberships;
    }

    @Override
    public void run() {
        statements.complete(StatementTally.of(this::read));
    }

    private void read() {
        try {
            Queue<Expected> left = new ArrayDeque<>();
            units.read(
                    tenant.space(),
                    work -> {
                        begin(work);
                        children.complete(readChildren());
                        left.addAll(expected());
                        return readCards(work, left);
                    });
            while (!left.isEmpty()) {
                // The connection of a module that was given up is cut: the others get a fresh one.
                units.read(
                        tenant.space(),
                        work -> {
                            begin(work);
                            return readCards(work, left);
                        });
            }
        } catch (RuntimeException | Error e) {
            if (!children.completeExceptionally(e) && !isGivenUp()) {
                LOG.error("the cards at {} can't be read", college().slug(), e);
            }
        }
    }

    /** Reads until none is left, or one had to be given up in the middle of its statements. */
    private boolean readCards(UnitOfWork work, Queue<Expected> left) {
        for (Expected card = left.poll(); card != null; card = left.poll()) {
            if (isGivenUp()) {
                left.clear();
            } else if (!readCard(work, card)) {
                work.abandon();
                return false;
            }
        }
        return true;
    }

    private synchronized void begin(UnitOfWork work) {
        unit = work;
    }

    private synchronized boolean isGivenUp() {
        return givenUp;
    }

    private synchronized List<Expected> expected() {
        return List.copyOf(cards.keySet());
    }

    /** Empty for a guardian who has no child here today, and so nothing to read here. */
    private Optional<List<ChildLine>> readChildren() {
        if (college().uai().isDepartement()) {
            // It has no pupils; what it tells their families stands there all the same.
            return Optional.of(List.of());
        }
        List<ChildLine> here = new ArrayList<>();
        for (Membership membership : memberships) {
            if (membership.profile() == Profile.GUARDIAN) {
                here.addAll(Children.lines(college(), directory.childrenOf(membership.person())));
            }
        }
        boolean guardianOnly = memberships.stream().allMatch(m -> m.profile() == Profile.GUARDIAN);
        if (here.isEmpty()) {
            forgetCardsOf(Profile.GUARDIAN);
        }
        return here.isEmpty() && guardianOnly ? Optional.empty() : Optional.of(here);
    }

    private synchronized void forgetCardsOf(Profile profile) {
        cards.keySet().removeIf(card -> card.membership.profile() == profile);
    }

    /**
     * @return whether the unit of work can still be used
     */
    private boolean readCard(UnitOfWork work, Expected card) {
        Duration left =
                only != null ? CallKind.CARD.budget() : Duration.ofNanos(until - System.nanoTime());
        if (left.isNegative()) {
            // It comes by itself once the page is there.
            return true;
        }
        try {
            gate.call(
                            college().uai(),
                            card.module,
                            plugin ->
                                    calls.call(
                                            plugin,
                                            college().uai(),
                                            CallKind.CARD,
                                            left,
                                            () -> units.lent(work, () -> readNow(plugin, card))))
                    .flatMap(read -> read)
                    .ifPresent(read -> keep(card, read));
            return true;
        } catch (ModuleUnavailable unavailable) {
            return wasNotBegun(card, unavailable.reason());
        } catch (RuntimeException | Error e) {
            PluginFault.rethrowIfTheNodeIsBroken(e);
            lose(card);
            LOG.error("card {} of module {} is lost", card.card, card.module, e);
            return true;
        }
    }

    private Optional<ReadCard> readNow(LivePlugin plugin, Expected card) {
        return drawing.read(plugin, card.card, request(card), visit);
    }

    private boolean wasNotBegun(Expected card, Reason reason) {
        if (only != null || reason == Reason.RESTING || reason == Reason.QUARANTINED) {
            lose(card);
        }
        return reason != Reason.LATE && reason != Reason.GREEDY;
    }

    private synchronized void lose(Expected card) {
        lost.add(card);
    }

    private synchronized void keep(Expected card, ReadCard read) {
        cards.put(card, read);
    }

    private Request request(Expected card) {
        Membership membership = card.membership;
        return Request.of(
                college(),
                new Caller(
                        membership.person(),
                        membership.profile(),
                        membership.functions(),
                        visit.person().displayName()),
                visit.locale());
    }

    /** The children here; empty when the person has nothing to read here. */
    Optional<List<ChildLine>> children() {
        try {
            return children.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the accueil was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        }
    }

    /** Waits for the cards until this instant of {@link System#nanoTime}, then gives up. */
    void awaitCards(long until) {
        try {
            long left = Math.max(0, until - System.nanoTime());
            StatementTally.include(statements.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp();
        } catch (ExecutionException e) {
            throw new IllegalStateException("statements are counted without failing", e);
        }
    }

    private synchronized void giveUp() {
        givenUp = true;
        if (only != null) {
            cards.entrySet().stream()
                    .filter(card -> card.getValue() == null)
                    .forEach(card -> lost.add(card.getKey()));
        }
        if (unit != null) {
            unit.abandon();
        }
    }

    /** The cards in their order; those that are missing are late, or lost. */
    synchronized List<ReadCard> cards() {
        List<ReadCard> all = new ArrayList<>();
        cards.forEach((card, read) -> all.add(read != null ? read : missing(card)));
        return all;
    }

    private ReadCard missing(Expected card) {
        return ReadCard.missing(
                card.module,
                card.title,
                card.card,
                college().slug(),
                card.asks,
                lost.contains(card));
    }

    synchronized boolean wasGivenUp() {
        return givenUp;
    }
}
