package fr.preau.core.imports;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.core.directory.StaffFunctions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody is at a collège now, as their account needs to know it: who works there and has a
 * child there is two of these.
 */
public record CollegePerson(
        PersonId id,
        String academicId,
        String givenName,
        String familyName,
        Profile profile,
        Set<StaffFunction> functions) {

    public CollegePerson {
        functions = Set.copyOf(functions);
    }

    private static final String PRESENT =
            "SELECT id, academic_id, given_name, family_name, profile, functions FROM person"
                    + " WHERE left_on IS NULL"
                    + " UNION ALL"
                    + " SELECT id, academic_id, given_name, family_name, 'GUARDIAN', ''"
                    + " FROM person WHERE left_on IS NULL AND profile IN ('TEACHER', 'STAFF')"
                    + " AND EXISTS (SELECT 1 FROM guardianship WHERE adult_id = person.id"
                    + " AND valid_until IS NULL)"
                    + " ORDER BY academic_id, profile";

    /**
     * Everybody who has not left.
     *
     * @param college in the collège's schema
     */
    public static List<CollegePerson> present(Connection college) throws SQLException {
        List<CollegePerson> people = new ArrayList<>();
        try (PreparedStatement statement = college.prepareStatement(PRESENT);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                people.add(
                        new CollegePerson(
                                new PersonId(UUID.fromString(row.getString(1))),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Profile.valueOf(row.getString(5)),
                                StaffFunctions.parse(row.getString(6))));
            }
        }
        return people;
    }
}
