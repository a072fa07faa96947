package fr.preau.core.imports;

import fr.preau.api.school.Profile;
import fr.preau.core.imports.DeliveredCollege.DeliveredPerson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Who is at the collège and missing in a delivery, and when that can't be right. */
final class Leavers {

    /** So many of a kind may go whatever the part: a small collège has few of some kinds. */
    private static final int FEW = 5;

    private static final Map<Profile, String> WORDS =
            Map.of(
                    Profile.PUPIL, "élèves",
                    Profile.GUARDIAN, "responsables",
                    Profile.TEACHER, "professeurs",
                    Profile.STAFF, "personnels");

    private final Connection college;
    private final DeliveredCollege delivery;

    Leavers(Connection college, DeliveredCollege delivery) {
        this.college = college;
        this.delivery = delivery;
    }

    /**
     * @param percent of each kind; 100 lets all of them go
     */
    void refuseMoreThan(int percent, String folder) throws SQLException {
        Map<Profile, Integer> present = new EnumMap<>(Profile.class);
        Map<Profile, Integer> missing = new EnumMap<>(Profile.class);
        count(present, missing);
        for (Map.Entry<Profile, Integer> kind : present.entrySet()) {
            Profile profile = kind.getKey();
            int here = kind.getValue();
            int gone = missing.getOrDefault(profile, 0);
            if (percent < 100 && delivery.of(profile).isEmpty()) {
                throw new AafRefused(
                        folder,
                        0,
                        "il n’y a plus de "
                                + WORDS.get(profile)
                                + " dans ces fichiers, alors que le collège en a "
                                + here);
            }
            if (gone > FEW && gone * 100L > (long) here * percent) {
                throw new AafRefused(
                        folder,
                        0,
                        gone
                                + " des "
                                + here
                                + " "
                                + WORDS.get(profile)
                                + " manquent dans ces fichiers ; au-delà de "
                                + percent
                                + " %, l’import doit être confirmé");
            }
        }
    }

    private void count(Map<Profile, Integer> present, Map<Profile, Integer> missing)
            throws SQLException {
        String sql = "SELECT academic_id, profile FROM person WHERE left_on IS NULL";
        try (PreparedStatement statement = college.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Profile profile = Profile.valueOf(row.getString(2));
                present.merge(profile, 1, Integer::sum);
                DeliveredPerson person = delivery.persons.get(row.getString(1));
                if (person == null || person.profile() != profile) {
                    missing.merge(profile, 1, Integer::sum);
                }
            }
        }
    }
}
