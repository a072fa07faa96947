package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which modules answer where, as the gate of this node lets them. */
public final class OpenModulesOfNode implements OpenModules {

    private final Tenants tenants;
    private final ModuleStates states;
    private final ModuleSchemas schemas;
    private final ModuleGate gate;

    public OpenModulesOfNode(
            Tenants tenants, ModuleStates states, ModuleSchemas schemas, ModuleGate gate) {
        this.tenants = tenants;
        this.states = states;
        this.schemas = schemas;
        this.gate = gate;
    }

    @Override
    public Collection<Uai> colleges() {
        return tenants.places().stream()
                .filter(Tenant::provisioned)
                .map(tenant -> tenant.college().uai())
                .filter(uai -> schemas.failure(uai, CollegeOpening.OWNER).isEmpty())
                .toList();
    }

    @Override
    public boolean isOn(Uai college, String module) {
        return states.isOn(college, module);
    }

    @Override
    public List<ModuleWords> at(Uai college) {
        return gate.modulesOn(college).stream().map(LivePlugin::words).toList();
    }

    @Override
    public Optional<ModuleWords> find(Uai college, String module) {
        return gate.serving(college, module).map(LivePlugin::words);
    }
}
