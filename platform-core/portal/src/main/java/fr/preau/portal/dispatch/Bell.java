package fr.preau.portal.dispatch;

import fr.preau.core.identity.SignedIn;

/** How much somebody was told that they have not seen, for the shell of every page. */
@FunctionalInterface
public interface Bell {

    /** A count, with which a page never fails. */
    int unseen(SignedIn person);
}
