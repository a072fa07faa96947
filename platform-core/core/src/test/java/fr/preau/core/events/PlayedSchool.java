package fr.preau.core.events;

import fr.preau.api.event.Delivery;
import fr.preau.api.event.Fact;
import fr.preau.api.event.Listener;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import fr.preau.api.school.Uai;
import fr.preau.api.web.WebFailed;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.PlayedModules;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A school whose module {@code school-life} says who is absent, and modules that listen. What a
 * listener hears it writes into a table of the collège, so it is undone with its unit of work.
 */
final class PlayedSchool {

    /** As the publisher has it. */
    @Fact("school-life.PupilAbsent")
    public record Published(String pupil, int number, String reason) {}

    /** As who listens has it: without the reason, with a member that nobody publishes. */
    record Heard(String pupil, int number, List<String> meals) {}

    /** Facts that the manifest does not declare. */
    @Fact("school-life.RollCalled")
    public record Undeclared(String pupil) {}

    /** What a listener does beside writing down what it heard. */
    interface Also {
        void act(Delivery delivery, Heard fact) throws Exception;
    }

    /** Whoever is asked for something never comes back. */
    static final Errands NOBODY_OUTSIDE =
            new Errands(
                    (module, request) -> {
                        throw new WebFailed("nobody is outside");
                    },
                    work -> {});

    static final String FACT = "school-life.PupilAbsent";

    private static final ModuleWords SCHOOL_LIFE = words("school-life", Set.of(FACT), Set.of());

    final HandClock clock = HandClock.now();
    final UnitsOfWork units;
    final PlayedModules modules = new PlayedModules(TwoColleges.SEVRES, TwoColleges.NANTERRE);
    final TwoColleges colleges;
    final Subscriptions subscriptions;
    final SetAsideFacts setAside;

    private final RecordJson json = new RecordJson();
    private final Outbox outbox;
    private final ModuleEvents events;

    /**
     * @param wake what the outbox tells of its commits
     */
    PlayedSchool(Consumer<Uai> wake) throws Exception {
        units = new UnitsOfWork(pool());
        colleges = TwoColleges.open(units, clock);
        colleges.without(
                "core_event_delivery",
                "core_event_set_aside",
                "core_event_listener",
                "core_event",
                "school_group");
        outbox = new Outbox(units, clock, PlatformTables.IDS::generate, wake);
        events = new ModuleEvents(SCHOOL_LIFE, json, outbox);
        subscriptions = subscriptions(module -> Set.of());
        setAside = new SetAsideFacts(units, college -> {});
        modules.run(SCHOOL_LIFE, (Plugin) List::of);
    }

    /** Those of a node that knows this of the releases that should run. */
    Subscriptions subscriptions(Function<String, Set<String>> desired) {
        return new Subscriptions(units, modules, desired, clock, college -> {});
    }

    private static javax.sql.DataSource pool() throws SQLException {
        return TestDatabase.get().pool(6);
    }

    private static ModuleWords words(String id, Set<String> publishes, Set<String> listens) {
        return new ModuleWords(id, publishes, listens, Set.of(), Map.of(), Map.of());
    }

    /** Runs a module that writes down what it hears. */
    ModuleContract listens(String module, Also also) {
        return listens(
                module,
                Listener.to(
                        FACT,
                        Heard.class,
                        (delivery, fact) -> {
                            write(module + " " + fact.pupil() + " " + fact.number());
                            also.act(delivery, fact);
                        }));
    }

    ModuleContract listens(String module, Listener<?> listener) {
        ModuleContract contract =
                modules.run(
                        words(module, Set.of(), Set.of(listener.fact())),
                        new Plugin() {
                            @Override
                            public List<Route<?, ?>> routes() {
                                return List.of();
                            }

                            @Override
                            public List<Listener<?>> listeners() {
                                return List.of(listener);
                            }
                        });
        subscriptions.refresh();
        return contract;
    }

    /** Lets a version of a module run that listens to nothing. */
    void hearsNothing(String module) {
        modules.run(words(module, Set.of(), Set.of()), (Plugin) List::of);
    }

    /** A row in some table of the collège, by the unit of work of this thread. */
    void write(String text) {
        colleges.changeHere(
                "INSERT INTO school_group (id, code, name) VALUES (?, ?, ?)",
                PlatformTables.IDS.generate().toString(),
                PlatformTables.IDS.generate().toString(),
                text);
    }

    /** What all listeners wrote at a collège, in the order in which they did. */
    List<String> heard(Uai college) {
        return colleges.ask(college, "SELECT name FROM school_group ORDER BY id");
    }

    void publish(Uai college, String pupil, int... numbers) {
        units.write(
                DatabaseSpace.of(college),
                unit -> {
                    for (int number : numbers) {
                        publishHere(pupil, number);
                    }
                    return numbers.length;
                });
    }

    void publishHere(String pupil, int number) {
        publishHere(new Published(pupil, number, "malade"), pupil);
    }

    /** Sends facts from one collège to another place. */
    void send(Uai college, Uai place, String pupil, int... numbers) {
        units.write(
                DatabaseSpace.of(college),
                unit -> {
                    for (int number : numbers) {
                        sendHere(place, pupil, number);
                    }
                    return numbers.length;
                });
    }

    void sendHere(Uai place, String pupil, int number) {
        String body = json.write(new Published(pupil, number, "malade"));
        outbox.send(place, FACT, "school-life", pupil, body);
    }

    /** Sends a fact from a collège as its module would. */
    void sendAsModule(Uai college, Uai place) {
        units.write(
                DatabaseSpace.of(college),
                unit -> {
                    events.publishAt(place, new Published("anais", 1, "malade"), "anais");
                    return true;
                });
    }

    void publishHere(Record fact, String subject) {
        events.publish(fact, subject);
    }

    Delivering node() {
        return node(college -> {});
    }

    /**
     * @param wake told of a place where a fact arrives
     */
    Delivering node(Consumer<Uai> wake) {
        return new Delivering(
                units,
                modules,
                modules,
                clock,
                wake,
                NOBODY_OUTSIDE,
                (college, module, due, asked) -> {});
    }

    /** Delivers on one node whatever is due at a collège. */
    void deliver(Uai college) throws InterruptedException {
        Delivering node = node();
        for (String module : node.modulesWaiting(college)) {
            node.deliver(college, module);
        }
    }

    void end() {
        json.close();
    }
}
