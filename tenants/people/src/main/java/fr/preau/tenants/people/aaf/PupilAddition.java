package fr.preau.tenants.people.aaf;

import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.people.Guardianship;
import fr.preau.tenants.people.Jointures;
import fr.preau.tenants.people.Pupil;
import fr.preau.tenants.people.Subject;
import java.util.List;
import java.util.stream.Stream;

/** A pupil as the AAF writes one (category Eleve). */
final class PupilAddition {

    private static final String FIRST_DAY = "01/09/2026";
    private static final String LAST_DAY = "31/08/2027";

    private PupilAddition() {}

    static Addition of(Pupil pupil, CollegeDescriptor college) {
        Addition addition = Addition.ofPerson("Eleve", pupil.jointure());
        identity(addition, pupil);
        schooling(addition, pupil, String.valueOf(Jointures.school(college.uai())));
        HomeAttributes.add(addition, pupil.home());
        return addition.with("mail", "").with("homePhone", "").with("ENTEleveAdresseRel", "");
    }

    private static void identity(Addition addition, Pupil pupil) {
        addition.with("ENTEleveINE", pupil.ine())
                .with("ENTPersonDateNaissance", pupil.birth())
                .with("sn", pupil.name().family())
                .with("givenName", pupil.name().given())
                .with("ENTPersonAutresPrenoms", pupil.otherGivenNames())
                .with("ENTPersonNomPatro", pupil.name().birthFamily())
                .with("personalTitle", pupil.gender().title())
                .with("categoriePersonne", "Eleve")
                .with(
                        "ENTElevePersRelEleve",
                        pupil.guardianships().stream().map(PupilAddition::relation).toList());
    }

    /** {@code idPersonne$typeRelation$respFinancier$respLegal$contact$paiement}. */
    private static String relation(Guardianship link) {
        return String.join(
                "$",
                String.valueOf(link.guardian()),
                String.valueOf(link.kinship().code()),
                digit(link.payer()),
                String.valueOf(link.standing().code()),
                digit(link.contact()),
                digit(link.payer()));
    }

    private static String digit(boolean yes) {
        return yes ? "1" : "0";
    }

    private static void schooling(Addition addition, Pupil pupil, String school) {
        Course course = Course.of(pupil.level());
        String schoolClass = school + "$" + pupil.schoolClass();
        List<Subject> taken =
                Stream.concat(Stream.of(Subject.ANGLAIS), pupil.options().stream()).toList();
        addition.with("ENTPersonStructRattach", school)
                .with("ENTEleveRegime", pupil.regime().label())
                .with("ENTEleveMEF", course.code())
                .with("ENTEleveLibelleMEF", course.label())
                .with("ENTEleveClasses", schoolClass)
                .with(
                        "ENTEleveGroupes",
                        pupil.groups().stream().map(group -> school + "$" + group).toList())
                .with("ENTEleveNivFormation", course.formation())
                .with("ENTEleveFiliere", "COLLEGE")
                .with("ENTEleveBoursier", pupil.grant())
                .with("ENTEleveTransport", pupil.schoolBus())
                .with("ENTEleveStatutEleve", "SCOLAIRE")
                .with("ENTEleveStructRattachId", String.valueOf(pupil.jointure() % 1_000_000))
                .with("ENTEleveStructureRattachIdMEN", String.valueOf(pupil.jointure()))
                .with("ENTEleveCodeEnseignements", taken.stream().map(Subject::code).toList())
                .with("ENTEleveEnseignements", taken.stream().map(Subject::label).toList())
                .with("ENTEleveDateEntreeClasses", dated(school, FIRST_DAY, pupil.schoolClass()))
                .with("ENTEleveDateSortieClasses", dated(school, LAST_DAY, pupil.schoolClass()))
                .with("ENTEleveDateEntreeStructRattach", FIRST_DAY)
                .with("ENTEleveDateSortieStructRattach", "");
    }

    private static String dated(String school, String day, String schoolClass) {
        return school + "$" + day + "$" + schoolClass;
    }
}
