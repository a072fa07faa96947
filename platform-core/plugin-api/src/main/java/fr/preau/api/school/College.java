package fr.preau.api.school;

/**
 * A tenant: one public collège.
 *
 * @param slug its readable name in addresses, as in {@code sevres}
 * @param name its name as people say it, as in « Collège de Sèvres »
 * @param accent its accent colour, {@code #rrggbb}, readable under white text
 */
public record College(Uai uai, String slug, String name, String commune, String accent) {}
