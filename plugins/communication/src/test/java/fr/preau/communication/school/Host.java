package fr.preau.communication.school;

import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Method;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Route;
import fr.preau.api.school.Person;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls the module's routes as the real host does: callers checked, one unit of work a request. */
public final class Host {

    private final Plugin plugin;
    private final InventedSchool school;

    public Host(Plugin plugin, InventedSchool school) {
        this.plugin = plugin;
        this.school = school;
    }

    /**
     * @param address as in {@code GET /messages}
     */
    public <P> Answer<P> call(Person person, String address, Object input, Class<P> page) {
        return callAfter(() -> {}, person, address, input, page);
    }

    /**
     * The same where something was read in this unit of work before: the real host reads a
     * guardian's children, and what the module reads then is as old as that.
     */
    public <P> Answer<P> callAfter(
            Runnable reading, Person person, String address, Object input, Class<P> page) {
        Route<?, ?> route = route(address);
        if (!route.callers().admit(person.profile(), person.functions())) {
            throw Refusal.forbidden();
        }
        return Database.get()
                .inUnitOfWork(
                        route.method() != Method.GET,
                        () -> {
                            reading.run();
                            return handle(person, route, input, page);
                        });
    }

    /** The page that a route shows. */
    public <P> P show(Person person, String address, Object input, Class<P> page) {
        return call(person, address, input, page).page();
    }

    /** How many SQL statements reading takes, those of the directory included. */
    public int statements(Person person, String address, Object input) {
        AtomicInteger count = new AtomicInteger();
        Route<?, ?> route = route(address);
        Database.get()
                .inUnitOfWork(
                        false,
                        () -> {
                            int before = Database.get().selects() + school.statements();
                            handle(person, route, input, Object.class);
                            count.set(Database.get().selects() + school.statements() - before);
                            return count;
                        });
        return count.get();
    }

    public <P> P card(Person person, Class<P> page) {
        return Database.get().inUnitOfWork(false, () -> read(person, page));
    }

    public <P> int cardStatements(Person person, Class<P> page) {
        return Database.get()
                .inUnitOfWork(
                        false,
                        () -> {
                            int before = Database.get().selects() + school.statements();
                            read(person, page);
                            return Database.get().selects() + school.statements() - before;
                        });
    }

    @SuppressWarnings("unchecked") // the card's page type is checked before
    private <P> P read(Person person, Class<P> page) {
        Card<P> card =
                (Card<P>)
                        plugin.cards().stream()
                                .filter(c -> c.page() == page)
                                .findFirst()
                                .orElseThrow();
        return card.read().apply(school.callOf(person));
    }

    public Route<?, ?> route(String address) {
        return plugin.routes().stream()
                .filter(route -> route.toString().equals(address))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no route " + address));
    }

    @SuppressWarnings("unchecked") // the types of a route are its own; they are checked
    private <P> Answer<P> handle(Person person, Route<?, ?> route, Object input, Class<P> page) {
        Route<Object, P> typed = (Route<Object, P>) route;
        Answer<P> answer = typed.handler().handle(school.callOf(person), typed.input().cast(input));
        if (!page.isInstance(answer.page())) {
            throw new IllegalArgumentException(route + " shows no " + page);
        }
        return answer;
    }
}
