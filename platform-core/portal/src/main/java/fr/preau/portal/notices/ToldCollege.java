package fr.preau.portal.notices;

import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.OwnPlaces;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A place at which somebody may have been told something.
 *
 * @param persons who they are there
 * @param modules those that answer there, by id
 */
record ToldCollege(College college, Set<PersonId> persons, Map<String, LivePlugin> modules) {

    /** All of a person that are open. */
    static List<ToldCollege> of(SignedIn person, Tenants tenants, ModuleGate gate) {
        return OwnPlaces.of(person, tenants, gate).entrySet().stream()
                .map(place -> of(place.getKey().college(), persons(place.getValue()), gate))
                .toList();
    }

    private static Set<PersonId> persons(Set<Membership> memberships) {
        return memberships.stream()
                .map(Membership::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
