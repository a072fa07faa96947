package fr.preau.canteen.registration;

import fr.preau.api.route.Violations;

/** Step 4: who pays, as it was typed or is kept. */
public record PayersPage(
        Step step,
        String guardian,
        Split split,
        String ownShare,
        boolean ownEven,
        String otherName,
        String mail,
        Violations violations) {}
