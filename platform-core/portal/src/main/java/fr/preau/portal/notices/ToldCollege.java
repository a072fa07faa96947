package fr.preau.portal.notices;

import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A collège at which somebody may have been told something.
 *
 * @param persons who they are there
 * @param modules those that answer there, by id
 */
record ToldCollege(College college, Set<PersonId> persons, Map<String, LivePlugin> modules) {

    /** All of a person that are open. */
    static List<ToldCollege> of(SignedIn person, Tenants tenants, ModuleGate gate) {
        Map<College, Set<PersonId>> persons = new LinkedHashMap<>();
        for (Membership membership : person.memberships()) {
            tenants.byUai(membership.uai())
                    .filter(Tenant::isOpen)
                    .ifPresent(
                            tenant ->
                                    persons.computeIfAbsent(
                                                    tenant.college(), c -> new LinkedHashSet<>())
                                            .add(membership.person()));
        }
        return persons.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), gate))
                .toList();
    }

    private static ToldCollege of(College college, Set<PersonId> persons, ModuleGate gate) {
        Map<String, LivePlugin> modules = new TreeMap<>();
        gate.modulesOn(college.uai()).forEach(plugin -> modules.put(plugin.id(), plugin));
        return new ToldCollege(college, persons, modules);
    }

    /** What a kind of notice is called; the module itself where it knows that kind no more. */
    String title(String module, String kind) {
        LivePlugin plugin = modules.get(module);
        return plugin == null
                ? module
                : plugin.manifest()
                        .notice(kind)
                        .map(declared -> declared.title())
                        .orElse(plugin.manifest().title());
    }
}
