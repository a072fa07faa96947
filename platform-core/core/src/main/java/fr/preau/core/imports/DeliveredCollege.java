package fr.preau.core.imports;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the files of one collège say, checked; identities are the académie's. */
final class DeliveredCollege {

    /** A person, whatever they are here. */
    record DeliveredPerson(
            String academicId,
            Profile profile,
            String givenName,
            String familyName,
            @Nullable String birthName,
            @Nullable String otherGivenNames,
            @Nullable String title,
            @Nullable LocalDate birthDate,
            Set<StaffFunction> functions,
            Contact contact) {}

    /** Where a person lives and how to reach them. */
    record Contact(
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable String mail,
            @Nullable Boolean shareAddress,
            @Nullable String textMobile) {}

    /** What is said about a pupil and nobody else. */
    record PupilFacts(
            @Nullable String ine,
            @Nullable String level,
            @Nullable String mef,
            @Nullable String mefLabel,
            @Nullable String regime,
            @Nullable Boolean scholarship,
            @Nullable Boolean transport) {}

    /** Who is linked to which child. */
    record GuardianOfChild(String adult, String child) {}

    /** What that link gives. */
    record GuardianFacts(
            String relation,
            boolean legal,
            boolean inCharge,
            boolean payer,
            boolean payee,
            boolean contact) {}

    /** A person in a class or group, given by its code. */
    record Member(String unit, String person) {}

    /** A teacher teaches a subject to a class or group, both given by their codes. */
    record Teaching(String unit, String teacher, String subject) {}

    /** A function of the personnel in the académie's codes. */
    record Function(String person, String code, String discipline) {}

    /** Codes of classes to their names. */
    final Map<String, String> classes = new LinkedHashMap<>();

    final Map<String, String> groups = new LinkedHashMap<>();
    final Map<String, String> subjects = new LinkedHashMap<>();
    final Map<String, String> courses = new LinkedHashMap<>();
    final Map<String, DeliveredPerson> persons = new LinkedHashMap<>();

    /** Who stands among the adults around pupils, whatever else they are here. */
    final Set<String> guardians = new LinkedHashSet<>();

    final Map<String, PupilFacts> pupils = new LinkedHashMap<>();
    final Map<GuardianOfChild, GuardianFacts> guardianships = new LinkedHashMap<>();
    final Set<Member> classMembers = new LinkedHashSet<>();
    final Set<Member> groupMembers = new LinkedHashSet<>();
    final Set<Teaching> teachings = new LinkedHashSet<>();
    final Set<Teaching> groupTeachings = new LinkedHashSet<>();
    final Set<Member> headTeachers = new LinkedHashSet<>();
    final Map<Function, String> functions = new LinkedHashMap<>();

    /** How much is said of who belongs to whom or to what. */
    int links() {
        return guardianships.size()
                + classMembers.size()
                + groupMembers.size()
                + teachings.size()
                + groupTeachings.size()
                + headTeachers.size()
                + functions.size();
    }

    List<DeliveredPerson> of(Profile profile) {
        List<DeliveredPerson> found = new ArrayList<>();
        for (DeliveredPerson person : persons.values()) {
            if (person.profile() == profile) {
                found.add(person);
            }
        }
        return found;
    }
}
