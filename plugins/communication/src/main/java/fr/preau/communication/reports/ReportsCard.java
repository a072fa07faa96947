package fr.preau.communication.reports;

import java.util.List;

/**
 * What the accueil shows of reports to those who judge them: the most urgent ones.
 *
 * @param more whether further ones wait
 */
public record ReportsCard(List<QueuePage.Line> waiting, boolean more) {

    /** For who has none, or none to judge. */
    static final ReportsCard NOTHING = new ReportsCard(List.of(), false);

    public ReportsCard {
        waiting = List.copyOf(waiting);
    }
}
