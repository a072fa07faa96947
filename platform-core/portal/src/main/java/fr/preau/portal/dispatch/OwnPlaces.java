package fr.preau.portal.dispatch;

import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The open places where somebody is somebody. */
public final class OwnPlaces {

    private OwnPlaces() {}

    /**
     * Their collèges, then the Département's own place where a module has something for them there;
     * each with what they are there.
     */
    public static Map<Tenant, Set<Membership>> of(
            SignedIn person, Tenants tenants, ModuleGate gate) {
        Map<Tenant, Set<Membership>> places = new LinkedHashMap<>();
        for (Membership membership : person.memberships()) {
            tenants.byUai(membership.uai())
                    .filter(Tenant::isOpen)
                    .ifPresent(
                            tenant ->
                                    places.computeIfAbsent(tenant, t -> new LinkedHashSet<>())
                                            .add(membership));
        }
        tenants.departement()
                .filter(Tenant::isOpen)
                .ifPresent(
                        departement -> {
                            List<Membership> there = person.at(departement.college().uai());
                            if (isServed(there, departement, gate)) {
                                places.put(departement, new LinkedHashSet<>(there));
                            }
                        });
        return places;
    }

    private static boolean isServed(
            List<Membership> memberships, Tenant departement, ModuleGate gate) {
        return !memberships.isEmpty()
                && gate.modulesOn(departement.college().uai()).stream()
                        .map(plugin -> plugin.at(departement.college().uai()).declared())
                        .anyMatch(
                                part ->
                                        memberships.stream()
                                                .anyMatch(
                                                        m ->
                                                                part.profiles()
                                                                        .contains(m.profile())));
    }
}
