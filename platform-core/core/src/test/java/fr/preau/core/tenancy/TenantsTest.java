package fr.preau.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.College;
import fr.preau.api.school.ModuleOption;
import fr.preau.api.school.Uai;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the descriptors say of a collège is what requests know of it. */
class TenantsTest {

    private static final Uai SEVRES = new Uai("0921244C");
    private static final ModuleOption WRITE = new ModuleOption("communication", "pupils-write");
    private static final ModuleOption CALL = new ModuleOption("communication", "pupils-call");

    private final UnitsOfWork units;
    private final Tenants tenants;

    TenantsTest() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        tenants = new Tenants(units, HandClock.now());
    }

    @BeforeEach
    void anEmptyDepartement() {
        new PlatformTables(units).empty();
    }

    @Test
    void whatACollegeAllowsReachesEveryNode() {
        tenants.register(List.of(sevres(Set.of(WRITE, CALL))));

        Tenants elsewhere = new Tenants(units, HandClock.now());
        elsewhere.refresh();

        College college = elsewhere.byUai(SEVRES).orElseThrow().college();
        assertThat(college.options()).containsExactlyInAnyOrder(WRITE, CALL);
        assertThat(college.allows(WRITE)).isTrue();
    }

    @Test
    void whatTheDescriptorNoLongerAllowsIsOffAgain() {
        tenants.register(List.of(sevres(Set.of(WRITE))));

        tenants.register(List.of(sevres(Set.of())));

        assertThat(tenants.byUai(SEVRES).orElseThrow().college().allows(WRITE)).isFalse();
    }

    private static Tenant sevres(Set<ModuleOption> options) {
        College college =
                new College(SEVRES, "sevres", "Collège de Sèvres", "Sèvres", "#0f6b6b", options);
        return new Tenant(college, Tenant.State.ACTIVE, "1 rue Verte", "92310", 1000, false);
    }
}
