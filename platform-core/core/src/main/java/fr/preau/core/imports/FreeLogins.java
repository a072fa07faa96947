package fr.preau.core.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds logins that nobody has, for many people with few questions to the database.
 *
 * <p>What is the same login, the database says: {@code Marie.Martin} and {@code márie.martin} are
 * one to it, and to whoever signs in.
 */
final class FreeLogins {

    private static final int LOGINS_PER_STATEMENT = 500;
    private static final int FASTER = 8;

    private final Connection platform;

    FreeLogins(Connection platform) {
        this.platform = platform;
    }

    /**
     * @param wanted whose login begins how
     * @return a different free login for each of them
     */
    <K> Map<K, String> find(Map<K, LoginName> wanted) throws SQLException {
        Map<LoginName, Deque<K>> waiting = new LinkedHashMap<>();
        wanted.forEach(
                (who, name) -> waiting.computeIfAbsent(name, n -> new ArrayDeque<>()).add(who));
        Map<K, String> found = new HashMap<>();
        int from = 1;
        int width = 1;
        while (!waiting.isEmpty()) {
            int first = from;
            int last = from + width - 1;
            Set<String> taken = taken(waiting.keySet(), first, last);
            waiting.forEach(
                    (name, people) -> {
                        for (int n = first; n <= last && !people.isEmpty(); n++) {
                            String login = name.numbered(n);
                            if (!taken.contains(login)) {
                                found.put(people.remove(), login);
                            }
                        }
                    });
            waiting.values().removeIf(Deque::isEmpty);
            from += width;
            // Rare names are settled at once; the numbers of common ones run into the hundreds.
            width *= FASTER;
        }
        return found;
    }

    private Set<String> taken(Set<LoginName> names, int first, int last) throws SQLException {
        List<String> candidates = new ArrayList<>();
        for (LoginName name : names) {
            for (int n = first; n <= last; n++) {
                candidates.add(name.numbered(n));
            }
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < candidates.size(); i += LOGINS_PER_STATEMENT) {
            addTaken(
                    candidates.subList(i, Math.min(candidates.size(), i + LOGINS_PER_STATEMENT)),
                    taken);
        }
        return taken;
    }

    private void addTaken(List<String> candidates, Set<String> taken) throws SQLException {
        Set<String> held = held(candidates);
        taken.addAll(held);
        if (!Set.copyOf(candidates).containsAll(held)) {
            // Some are written otherwise: which candidates that means is asked one by one.
            for (String candidate : candidates) {
                if (!held(List.of(candidate)).isEmpty()) {
                    taken.add(candidate);
                }
            }
        }
    }

    /** The logins that the database takes for one of these, as they are written there. */
    private Set<String> held(List<String> candidates) throws SQLException {
        String sql =
                "SELECT login FROM account WHERE login IN ("
                        + String.join(", ", Collections.nCopies(candidates.size(), "?"))
                        + ")";
        Set<String> held = new HashSet<>();
        try (PreparedStatement statement = platform.prepareStatement(sql)) {
            for (int i = 0; i < candidates.size(); i++) {
                statement.setString(i + 1, candidates.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    held.add(row.getString(1));
                }
            }
        }
        return held;
    }
}
