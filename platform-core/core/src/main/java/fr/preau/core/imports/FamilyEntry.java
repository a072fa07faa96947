package fr.preau.core.imports;

import fr.preau.api.school.Profile;
import fr.preau.core.imports.DeliveredCollege.DeliveredPerson;
import fr.preau.core.imports.DeliveredCollege.GuardianFacts;
import fr.preau.core.imports.DeliveredCollege.GuardianOfChild;
import fr.preau.core.imports.DeliveredCollege.Member;
import fr.preau.core.imports.DeliveredCollege.PupilFacts;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pupil or an adult around a pupil.
 *
 * @param here the académie's identity of this collège
 */
record FamilyEntry(AafEntry entry, String here, DeliveredCollege delivery) {

    private static final String LINKS = "ENTElevePersRelEleve";

    /** Of guardians, of classes, of groups: a pupil has fewer than ten. */
    private static final int MOST_LINKS = 50;

    void takeGuardian() {
        String guardian = entry.identity();
        // Who also works here stays what they are here, and gets the links to the children as well.
        if (!isOfPersonnel(guardian)) {
            PersonReading.take(entry, Profile.GUARDIAN, Set.of(), delivery);
        }
        if (!delivery.guardians.add(guardian)) {
            throw entry.refused("la personne " + guardian + " est là deux fois");
        }
    }

    private boolean isOfPersonnel(String academicId) {
        DeliveredPerson person = delivery.persons.get(academicId);
        return person != null && person.profile() != Profile.GUARDIAN;
    }

    void takePupil() {
        String pupil = entry.identity();
        String attached = entry.required("ENTPersonStructRattach", 64);
        if (!attached.equals(here)) {
            throw entry.refused(
                    "l’élève " + pupil + " est d’un autre établissement (" + attached + ")");
        }
        PersonReading.take(entry, Profile.PUPIL, Set.of(), delivery);
        delivery.pupils.put(pupil, facts());
        takeUnits(pupil, "ENTEleveClasses", "classe", delivery.classes, delivery.classMembers);
        takeUnits(pupil, "ENTEleveGroupes", "groupe", delivery.groups, delivery.groupMembers);
        for (String link : entry.atMost(MOST_LINKS, LINKS)) {
            takeLink(pupil, link);
        }
    }

    private PupilFacts facts() {
        String mef = entry.text("ENTEleveMEF", 20);
        String label = entry.text("ENTEleveLibelleMEF", 100);
        if (label == null && mef != null) {
            label = delivery.courses.get(mef);
        }
        return new PupilFacts(
                entry.text("ENTEleveINE", 20),
                entry.text("ENTEleveNivFormation", 60),
                mef,
                label,
                entry.text("ENTEleveRegime", 60),
                entry.flag("ENTEleveBoursier"),
                entry.flag("ENTEleveTransport"));
    }

    private void takeUnits(
            String pupil,
            String attribute,
            String word,
            Map<String, String> units,
            Set<Member> members) {
        for (String value : entry.atMost(MOST_LINKS, attribute)) {
            // A pupil may also have lessons elsewhere; that is for the other establishment to say.
            if (!value.startsWith(here + "$")) {
                continue;
            }
            String[] parts = entry.parts(attribute, value, 2, 2);
            if (!units.containsKey(parts[1])) {
                throw entry.refused(
                        "l’établissement n’a pas de "
                                + word
                                + " « "
                                + AafEntry.shown(parts[1])
                                + " »");
            }
            members.add(new Member(parts[1], pupil));
        }
    }

    /** Adult, relation, then who pays, who holds authority, who is called, who is paid. */
    private void takeLink(String pupil, String link) {
        String[] parts = entry.parts(LINKS, link, 6, 6);
        if (!delivery.guardians.contains(parts[0])) {
            throw entry.refused(
                    "le responsable "
                            + AafEntry.shown(parts[0])
                            + " n’est pas dans les fichiers PersRelEleve");
        }
        if (parts[1].isEmpty() || parts[1].length() > 10) {
            throw entry.refused("le lien « " + AafEntry.shown(link) + " » n’a pas de type lisible");
        }
        GuardianFacts facts =
                new GuardianFacts(
                        parts[1],
                        is("1", parts[3], link),
                        is("2", parts[3], link),
                        is("1", parts[2], link),
                        is("1", parts[5], link),
                        is("1", parts[4], link));
        GuardianOfChild key = new GuardianOfChild(parts[0], pupil);
        if (delivery.guardianships.put(key, facts) != null) {
            throw entry.refused(
                    "le responsable " + parts[0] + " est là deux fois pour l’élève " + pupil);
        }
    }

    private boolean is(String expected, @Nullable String part, String link) {
        if (part == null || !part.matches("[0-9]?")) {
            throw entry.refused("le lien « " + AafEntry.shown(link) + " » n’est pas lisible");
        }
        return expected.equals(part);
    }
}
