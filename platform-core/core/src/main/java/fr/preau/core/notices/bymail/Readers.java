package fr.preau.core.notices.bymail;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.UnitOfWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The accounts of those who are told, and how they can be reached beside the portal. */
final class Readers {

    /**
     * An account that can be reached.
     *
     * @param mail whether mails go out to it
     * @param push whether it has let a device in
     */
    record Reader(UUID account, boolean mail, boolean push) {}

    private static final String KNOWN_BY_COLLEGE = "membership m";

    /** At the Département's own place people are known by their accounts. */
    private static final String KNOWN_BY_ACCOUNT =
            "(SELECT id AS person_id, id AS account_id FROM account) m";

    private final Map<PersonId, List<Reader>> readers = new HashMap<>();
    private final Set<UUID> accounts = new HashSet<>();

    private Readers() {}

    /** In one statement. */
    static Readers of(UnitOfWork platform, Uai uai, Collection<PersonId> persons)
            throws SQLException {
        List<String> ids = persons.stream().map(PersonId::toString).distinct().toList();
        List<Object> values = new ArrayList<>();
        if (!uai.isDepartement()) {
            values.add(uai.value());
        }
        values.addAll(ids);
        Readers found = new Readers();
        platform.query(
                "SELECT m.person_id, m.account_id, MAX(a.account_id IS NOT NULL),"
                        + " MAX(d.id IS NOT NULL) FROM "
                        + (uai.isDepartement() ? KNOWN_BY_ACCOUNT : KNOWN_BY_COLLEGE)
                        + " LEFT JOIN notice_address a ON a.account_id = m.account_id"
                        + " AND a.mail IS NOT NULL AND a.stopped_at IS NULL AND a.bad_at IS NULL"
                        + " LEFT JOIN push_device d ON d.account_id = m.account_id"
                        + " WHERE "
                        + (uai.isDepartement() ? "" : "m.uai = ? AND ")
                        + "m.person_id IN ("
                        + String.join(", ", Collections.nCopies(ids.size(), "?"))
                        + ") AND (a.account_id IS NOT NULL OR d.id IS NOT NULL)"
                        + " GROUP BY m.person_id, m.account_id",
                row -> {
                    Reader reader =
                            new Reader(
                                    UUID.fromString(row.getString(2)),
                                    row.getBoolean(3),
                                    row.getBoolean(4));
                    found.accounts.add(reader.account());
                    return found.readers
                            .computeIfAbsent(
                                    PersonId.of(row.getString(1)), person -> new ArrayList<>())
                            .add(reader);
                },
                values.toArray());
        return found;
    }

    Set<UUID> accounts() {
        return accounts;
    }

    List<Reader> of(PersonId person) {
        return readers.getOrDefault(person, List.of());
    }
}
