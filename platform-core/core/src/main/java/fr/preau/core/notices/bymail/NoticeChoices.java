package fr.preau.core.notices.bymail;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.plugins.manifest.DeclaredNotice.Urgency;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people have chosen for each kind of notice, at each collège and for each child. */
public final class NoticeChoices {

    /** Stands for what concerns no child. */
    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * What a choice is about.
     *
     * @param child null for what concerns no child
     */
    public record About(Uai uai, @Nullable PersonId child, String module, String kind) {}

    /**
     * What somebody has chosen.
     *
     * @param push whether it goes to their devices
     */
    public record Choice(MailChoice mail, boolean push) {

        /** What holds for who has chosen nothing: a device was let in to be told. */
        public static Choice usual(Urgency urgency) {
            return new Choice(MailChoice.usual(urgency), true);
        }
    }

    /** What an account has chosen; where it has chosen nothing there is nothing. */
    record OfAccount(UUID account, About about) {}

    private final UnitsOfWork units;

    public NoticeChoices(UnitsOfWork units) {
        this.units = units;
    }

    /** All that somebody has chosen. */
    public Map<About, Choice> of(UUID account) {
        Map<About, Choice> choices = new HashMap<>();
        units.read(
                        DatabaseSpace.platform(),
                        unit -> read(unit, " WHERE account_id = ?", List.of(account.toString())))
                .forEach((of, choice) -> choices.put(of.about(), choice));
        return choices;
    }

    /** What several have chosen at a collège. */
    static Map<OfAccount, Choice> at(UnitOfWork platform, Uai uai, Collection<UUID> accounts)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        values.add(uai.value());
        accounts.forEach(account -> values.add(account.toString()));
        return read(
                platform,
                " WHERE uai = ? AND account_id IN ("
                        + String.join(", ", Collections.nCopies(accounts.size(), "?"))
                        + ")",
                values);
    }

    private static Map<OfAccount, Choice> read(UnitOfWork unit, String which, List<Object> values)
            throws SQLException {
        Map<OfAccount, Choice> choices = new HashMap<>();
        unit.query(
                "SELECT account_id, uai, child_id, module, kind, mail, push FROM notice_choice"
                        + which,
                row -> {
                    UUID child = UUID.fromString(row.getString(3));
                    About about =
                            new About(
                                    new Uai(row.getString(2)),
                                    child.equals(NOBODY) ? null : new PersonId(child),
                                    row.getString(4),
                                    row.getString(5));
                    return choices.put(
                            new OfAccount(UUID.fromString(row.getString(1)), about),
                            new Choice(MailChoice.valueOf(row.getString(6)), row.getBoolean(7)));
                },
                values.toArray());
        return choices;
    }

    /** Keeps what somebody has chosen; what was chosen of other things stays. */
    public void choose(UUID account, Map<About, Choice> choices) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    for (Map.Entry<About, Choice> choice : choices.entrySet()) {
                        About about = choice.getKey();
                        PersonId child = about.child();
                        unit.update(
                                "REPLACE INTO notice_choice (account_id, uai, child_id, module,"
                                        + " kind, mail, push) VALUES (?, ?, ?, ?, ?, ?, ?)",
                                account.toString(),
                                about.uai().value(),
                                (child == null ? NOBODY : child.value()).toString(),
                                about.module(),
                                about.kind(),
                                choice.getValue().mail().name(),
                                choice.getValue().push());
                    }
                    return true;
                });
    }
}
