package fr.preau.canteen.billing;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which of the unpaid invoices.
 *
 * @param name of those that are looked for
 * @param page from 1
 */
public record UnpaidInput(@Nullable @Size(max = 160) String name, @Nullable Integer page) {

    String typed() {
        return name == null ? "" : name.strip();
    }

    int shown() {
        return page == null || page < 1 ? 1 : page;
    }
}
