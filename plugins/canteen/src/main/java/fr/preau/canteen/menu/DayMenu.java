package fr.preau.canteen.menu;

import java.time.LocalDate;
import java.util.List;

/** What a kitchen serves on a day, published or not. */
@FunctionalInterface
public interface DayMenu {

    /** In the order in which it is eaten; nothing where nothing is written. */
    List<Plate> on(LocalDate day);

    /**
     * A dish, as far as allergens go.
     *
     * @param known whether somebody has looked which allergens are in it
     */
    record Plate(String name, boolean known, List<Allergen> allergens) {

        public Plate {
            allergens = List.copyOf(allergens);
        }
    }
}
