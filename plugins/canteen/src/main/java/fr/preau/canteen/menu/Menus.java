package fr.preau.canteen.menu;

import fr.preau.api.data.NewIds;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/** Menus as the module brings them to a collège. */
public final class Menus {

    private final MenuBook book;
    private final MenuRoutes routes;

    public Menus(EntityManager entities, SchoolCalendar school, NewIds ids, Clock clock) {
        book = new MenuBook(entities, school, ids, clock);
        routes = new MenuRoutes(book);
    }

    public List<Route<?, ?>> routes() {
        return routes.routes();
    }

    /** For those who must know what is in it. */
    public DayMenu ofDay() {
        return book;
    }

    public List<Card<?>> cards() {
        return List.of(routes.card());
    }
}
