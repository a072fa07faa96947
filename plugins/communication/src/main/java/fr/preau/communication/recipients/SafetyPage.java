package fr.preau.communication.recipients;

import fr.preau.communication.recipients.RulesPage.Rule;
import java.util.List;

/**
 * How people are kept safe from each other at this collège, for its staff: the rules they may know,
 * and the way to what their function has to do.
 *
 * @param rules the matrix
 * @param decides whether the reader changes the rules
 * @param judges whether the reader looks at what was reported
 */
public record SafetyPage(List<Rule> rules, boolean decides, boolean judges) {

    public SafetyPage {
        rules = List.copyOf(rules);
    }
}
