package fr.preau.tenants.people.aaf;

import fr.preau.tenants.Academie;
import fr.preau.tenants.Address;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.people.Division;
import fr.preau.tenants.people.InventedCollege;
import fr.preau.tenants.people.Jointures;
import java.util.List;
import java.util.Locale;

/** The collège itself as the AAF writes it (category EtabEducNat). */
final class SchoolAddition {

    private SchoolAddition() {}

    static Addition of(InventedCollege college) {
        CollegeDescriptor descriptor = college.descriptor();
        long jointure = Jointures.school(descriptor.uai());
        Address address = descriptor.address();
        Academie academie = college.academie();
        return Addition.ofStructure("EtabEducNat", String.valueOf(jointure))
                .with("ENTStructureJointure", String.valueOf(jointure))
                .with("ENTStructureUAI", descriptor.uai().value())
                .with("ENTEtablissementUAI", descriptor.uai().value())
                .with("ENTStructureSIREN", "")
                .with("ENTStructureNomCourant", descriptor.name())
                .with("ENTStructureTypeStruct", "COLLEGE")
                .with("ENTStructureTypeStructCode", "CLG")
                .with("ENTEtablissementMinistereTutelle", "MINISTERE DE L'EDUCATION NATIONALE")
                .with("ENTEtablissementMinistereTutelleCode", "06")
                .with("ENTEtablissementContrat", "PU")
                .with("postOfficeBox", "")
                .with("street", address.street())
                .with("postalCode", address.postcode())
                .with("l", descriptor.commune())
                .with("telephoneNumber", phone(jointure))
                .with("facsimile", "")
                .with("ENTEtablissementStructRattachFctl", "")
                .with("ENTEtablissementBassin", "")
                .with("ENTServAcAcademie", academie.name().toUpperCase(Locale.FRENCH))
                .with("ENTServAcAcademieCode", String.valueOf(academie.code()))
                .with("ENTStructureClasses", divisions(college.classes()))
                .with("ENTStructureGroupes", divisions(college.groups()))
                .with("ENTStructureMailSI", "si." + jointure + "@college.invalid");
    }

    /** {@code name$label$course}. */
    private static List<String> divisions(List<Division> divisions) {
        return divisions.stream()
                .map(
                        division ->
                                String.join(
                                        "$",
                                        division.name(),
                                        division.name(),
                                        Course.of(division.level()).code()))
                .toList();
    }

    /** In the range kept for fiction, like every number here. */
    private static String phone(long jointure) {
        long number = jointure % 10_000;
        return String.format(Locale.ROOT, "01 99 00 %02d %02d", number / 100, number % 100);
    }
}
