package fr.preau.tenants;

import fr.preau.api.school.College;
import fr.preau.api.school.Uai;
import java.util.Set;

/**
 * The Département's own place: where what its collèges share is kept, as the tariffs of a canteen
 * that it runs.
 *
 * @param uai of its own, which no school has
 * @param name as people say it, as in « Département des Hauts-de-Seine »
 * @param modules the ids of the modules that are on there at the start
 */
public record OwnPlace(
        Uai uai,
        String name,
        String commune,
        String street,
        String postcode,
        Accent accent,
        Set<String> modules) {

    /** Its name in addresses, which no collège may have. */
    public static final String SLUG = "departement";

    public OwnPlace {
        CollegeDescriptor.checkName(name);
        CollegeDescriptor.checkCommune(commune);
        Address.checkStreet(street);
        Address.checkPostcode(postcode);
        modules = Set.copyOf(modules);
    }

    /** The place as plugins and pages know it. */
    public College college() {
        return new College(uai, SLUG, name, commune, accent.hex());
    }
}
