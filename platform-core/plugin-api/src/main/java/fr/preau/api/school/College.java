package fr.preau.api.school;

import java.util.Set;

/**
 * A tenant: one public collège.
 *
 * @param slug its readable name in addresses, as in {@code sevres}
 * @param name its name as people say it, as in « Collège de Sèvres »
 * @param accent its accent colour, {@code #rrggbb}, readable under white text
 * @param options what it allows beyond what holds everywhere
 */
public record College(
        Uai uai,
        String slug,
        String name,
        String commune,
        String accent,
        Set<ModuleOption> options) {

    public College {
        options = Set.copyOf(options);
    }

    /** A collège that allows nothing of its own. */
    public College(Uai uai, String slug, String name, String commune, String accent) {
        this(uai, slug, name, commune, accent, Set.of());
    }

    public boolean allows(ModuleOption option) {
        return options.contains(option);
    }
}
