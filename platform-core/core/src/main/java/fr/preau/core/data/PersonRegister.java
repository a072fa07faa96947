package fr.preau.core.data;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds people of a collège for whoever answers for their data, those who have left as well. */
public final class PersonRegister {

    /** Who looks for somebody types more of the name. */
    public static final int MOST = 50;

    private static final String PERSONS =
            "SELECT id, given_name, family_name, profile, left_on FROM person";

    private final UnitsOfWork units;

    public PersonRegister(UnitsOfWork units) {
        this.units = units;
    }

    /** Those whose name begins so, in either order of its parts; at most {@value #MOST}. */
    public List<RegisteredPerson> named(Uai uai, String beginning) {
        String pattern = beginning.replaceAll("([!%_])", "!$1") + "%";
        return units.read(
                DatabaseSpace.of(uai),
                unit ->
                        unit.query(
                                PERSONS
                                        + " WHERE family_first LIKE ? ESCAPE '!'"
                                        + " OR given_first LIKE ? ESCAPE '!'"
                                        + " ORDER BY family_name, given_name, id LIMIT "
                                        + MOST,
                                PersonRegister::person,
                                pattern,
                                pattern));
    }

    public Optional<RegisteredPerson> find(Uai uai, PersonId person) {
        return units
                .read(
                        DatabaseSpace.of(uai),
                        unit ->
                                unit.query(
                                        PERSONS + " WHERE id = ?",
                                        PersonRegister::person,
                                        person.toString()))
                .stream()
                .findFirst();
    }

    private static RegisteredPerson person(ResultSet row) throws SQLException {
        return new RegisteredPerson(
                PersonId.of(row.getString(1)),
                row.getString(2) + " " + row.getString(3),
                Profile.valueOf(row.getString(4)),
                Optional.ofNullable(row.getDate(5)).map(Date::toLocalDate));
    }
}
