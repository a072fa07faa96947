package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import java.util.List;

/** Finds invented addresses in the communes of a département. */
final class Homes {

    private final Departement departement;
    private final Names names;

    Homes(Departement departement, Names names) {
        this.departement = departement;
        this.names = names;
    }

    Home near(Dice dice, Uai uai) {
        return in(dice, departement.college(uai).orElseThrow());
    }

    /** In the collège's commune, or as often in another of the département. */
    Home anywhere(Dice dice, Uai uai) {
        if (dice.percent(50)) {
            return near(dice, uai);
        }
        return in(dice, dice.oneOf(departement.colleges()));
    }

    private Home in(Dice dice, CollegeDescriptor college) {
        String street = dice.between(1, 120) + " " + names.street(dice);
        List<String> complements =
                List.of(
                        "",
                        "",
                        "Bâtiment " + (char) ('A' + dice.below(6)),
                        "Appartement " + dice.between(1, 84));
        return new Home(
                street, dice.oneOf(complements), college.address().postcode(), college.commune());
    }
}
