package fr.preau.tenants;

import fr.preau.api.school.College;
import fr.preau.api.school.ModuleOption;
import fr.preau.api.school.Uai;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a département says of one of its collèges before anything was imported.
 *
 * @param slug its readable name in addresses, unique in the département, as in {@code sevres}
 * @param name its name as people say it, as in « Collège de Sèvres »
 * @param modules the ids of the modules that are on at the start
 * @param options what it allows in modules beyond what holds everywhere
 */
public record CollegeDescriptor(
        Uai uai,
        String slug,
        String name,
        String commune,
        Address address,
        Location location,
        Accent accent,
        Headcount headcount,
        Set<String> modules,
        Set<ModuleOption> options,
        TenantState state) {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** It stands in every address of the collège, and addresses are read out and typed. */
    private static final int LONGEST_SLUG = 48;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_COMMUNE = 80;

    public CollegeDescriptor {
        checkSlug(slug);
        checkName(name);
        checkCommune(commune);
        modules = Set.copyOf(modules);
        options = Set.copyOf(options);
    }

    static String checkSlug(String slug) {
        Check.shape(slug, SLUG, "a slug: small letters a to z, digits, single hyphens between");
        if (slug.equals(OwnPlace.SLUG)) {
            throw new IllegalArgumentException("« " + slug + " » is the Département itself");
        }
        return Check.text(slug, LONGEST_SLUG);
    }

    static String checkName(String name) {
        return Check.text(name, LONGEST_NAME);
    }

    static String checkCommune(String commune) {
        return Check.text(commune, LONGEST_COMMUNE);
    }

    public boolean active() {
        return state == TenantState.ACTIVE;
    }

    /** The same collège, not yet active. */
    CollegeDescriptor prepared() {
        return new CollegeDescriptor(
                uai,
                slug,
                name,
                commune,
                address,
                location,
                accent,
                headcount,
                modules,
                options,
                TenantState.PREPARED);
    }

    /** The collège as plugins and pages know it. */
    public College college() {
        return new College(uai, slug, name, commune, accent.hex(), options);
    }
}
