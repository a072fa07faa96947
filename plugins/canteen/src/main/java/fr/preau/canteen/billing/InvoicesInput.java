package fr.preau.canteen.billing;

import org.jspecify.annotations.Nullable;

/**
 * Which of the invoices.
 *
 * @param page from 1
 */
public record InvoicesInput(@Nullable Integer page) {

    int number() {
        return page == null || page < 1 ? 1 : page;
    }
}
