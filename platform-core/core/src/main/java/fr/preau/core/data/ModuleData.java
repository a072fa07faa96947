package fr.preau.core.data;

import fr.preau.api.files.FileUse;
import fr.preau.api.school.Uai;
import fr.preau.core.files.FileStores;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How much each module keeps at each collège, also where it is switched off. */
public final class ModuleData {

    private final UnitsOfWork units;
    private final SpaceTables tables;
    private final FileStores files;
    private final Tenants tenants;
    private final ModuleStates states;
    private final ModuleSchemas schemas;

    public ModuleData(
            UnitsOfWork units,
            SpaceTables tables,
            FileStores files,
            Tenants tenants,
            ModuleStates states,
            ModuleSchemas schemas) {
        this.units = units;
        this.tables = tables;
        this.files = files;
        this.tenants = tenants;
        this.states = states;
        this.schemas = schemas;
    }

    /**
     * What a module keeps, collège by collège; those where it keeps nothing are absent. One
     * statement for all tables, and one for the files of each collège where it has tables or is on.
     */
    public List<KeptData> of(String module) {
        List<Uai> open =
                tenants.places().stream()
                        .filter(Tenant::provisioned)
                        .map(tenant -> tenant.college().uai())
                        .toList();
        Map<DatabaseSpace, List<SpaceTables.Size>> found =
                tables.of(open.stream().map(DatabaseSpace::of).toList(), module).stream()
                        .collect(Collectors.groupingBy(SpaceTables.Size::space));
        List<KeptData> kept = new ArrayList<>();
        for (Uai uai : open) {
            List<SpaceTables.Size> here = found.getOrDefault(DatabaseSpace.of(uai), List.of());
            if (!here.isEmpty() || states.isOn(uai, module)) {
                KeptData data = kept(uai, module, here);
                if (!data.isEmpty()) {
                    kept.add(data);
                }
            }
        }
        return kept;
    }

    /** What a module keeps at one collège; two statements. */
    public KeptData of(Uai uai, String module) {
        return kept(uai, module, tables.of(List.of(DatabaseSpace.of(uai)), module));
    }

    private KeptData kept(Uai uai, String module, List<SpaceTables.Size> here) {
        FileUse use =
                units.read(
                        DatabaseSpace.of(uai),
                        unit -> files.uses().getOrDefault(module, FileUse.none()));
        List<SpaceTables.Size> own = here.stream().filter(size -> !size.isHistory()).toList();
        return new KeptData(uai, module, own, here.size() - own.size(), use);
    }

    /** The modules that keep something at a collège. */
    public Set<String> modulesAt(Uai uai) {
        Set<String> modules = new TreeSet<>(schemas.modulesAt(uai));
        modules.addAll(units.read(DatabaseSpace.of(uai), unit -> files.uses().keySet()));
        return modules;
    }
}
