package fr.preau.canteen.menu;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the accueil says of the next meal.
 *
 * @param day of it; null where no menu is published
 * @param dishes in the order in which they are eaten
 */
public record MenuCard(@Nullable LocalDate day, List<String> dishes) {

    public MenuCard {
        dishes = List.copyOf(dishes);
    }
}
