package fr.preau.payment.debts;

import fr.preau.api.route.Violations;
import fr.preau.payment.payfip.Saisie;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A régie to be changed, or a new one.
 *
 * @param isNew whether its contract can still be typed
 */
public record RegiePage(
        UUID regie,
        boolean isNew,
        String name,
        String client,
        @Nullable Saisie saisie,
        boolean online,
        Violations violations) {}
