package fr.preau.communication.messages;

import fr.preau.api.school.College;
import fr.preau.api.search.FoundElsewhere;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in all one's mail: the newest that were received and that were sent.
 *
 * @param q the words that were looked for
 * @param write where this person begins a letter, below the module
 * @param moreReceived whether there are more than these
 * @param moreSent whether there are more than these
 * @param elsewhere the newest at one's other collèges
 */
public record SearchPage(
        String q,
        String write,
        List<InboxPage.Line> received,
        boolean moreReceived,
        List<SentPage.Line> sent,
        boolean moreSent,
        FoundElsewhere elsewhere) {

    public SearchPage {
        received = List.copyOf(received);
        sent = List.copyOf(sent);
    }

    /** The same search, below the module. */
    public String again() {
        return SubjectSearch.address("/search", q);
    }

    /** What was found elsewhere, a list for each collège. */
    public List<List<FoundElsewhere.Line>> elsewhereByCollege() {
        Map<College, List<FoundElsewhere.Line>> byCollege = new LinkedHashMap<>();
        elsewhere
                .lines()
                .forEach(
                        line ->
                                byCollege
                                        .computeIfAbsent(line.college(), key -> new ArrayList<>())
                                        .add(line));
        return List.copyOf(byCollege.values());
    }

    public boolean isEmpty() {
        return received.isEmpty() && sent.isEmpty() && elsewhere.lines().isEmpty();
    }

    /** Where all that were received are listed, below the module. */
    public String allReceived() {
        return SubjectSearch.address("/messages", q);
    }

    /** Where all that were sent are listed, below the module. */
    public String allSent() {
        return SubjectSearch.address("/sent", q);
    }
}
