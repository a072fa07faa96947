package fr.preau.payment.debts;

import fr.preau.payment.payfip.Saisie;
import java.util.List;
import java.util.UUID;

/** The régies of a place, by name. */
public record RegiesPage(List<Line> regies) {

    public RegiesPage {
        regies = List.copyOf(regies);
    }

    /** A régie. */
    public record Line(UUID regie, String name, String client, Saisie saisie, boolean online) {}
}
