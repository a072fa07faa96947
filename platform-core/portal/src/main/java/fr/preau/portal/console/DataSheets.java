package fr.preau.portal.console;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.Uai;
import fr.preau.core.data.KeptData;
import fr.preau.core.data.ModuleData;
import fr.preau.core.data.ModuleErasure;
import fr.preau.core.data.ModuleErasures;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.pages.ArchivePage;
import fr.preau.portal.pages.CollegeDataPage;
import fr.preau.portal.pages.ErasureState;
import fr.preau.portal.pages.KeptLine;
import fr.preau.portal.pages.KeptTable;
import fr.preau.portal.pages.ModuleDataPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What modules keep, as the operator's pages show it. */
public final class DataSheets {

    private final ModuleData data;
    private final ModuleErasures erasures;
    private final ModuleMatrix matrix;
    private final ModuleStates states;
    private final Tenants tenants;

    public DataSheets(
            ModuleData data,
            ModuleErasures erasures,
            ModuleMatrix matrix,
            ModuleStates states,
            Tenants tenants) {
        this.data = data;
        this.erasures = erasures;
        this.matrix = matrix;
        this.states = states;
        this.tenants = tenants;
    }

    ModuleDataPage page(String module) {
        String title = matrix.titleOf(module).orElseThrow(Refusal::notFound);
        Map<Uai, ModuleErasure> known =
                erasures.of(module).stream()
                        .collect(Collectors.toMap(ModuleErasure::uai, Function.identity()));
        List<KeptLine> lines =
                data.of(module).stream()
                        .flatMap(
                                kept ->
                                        tenants.byUai(kept.uai()).stream()
                                                .map(
                                                        tenant ->
                                                                line(
                                                                        tenant,
                                                                        kept,
                                                                        known.get(kept.uai()))))
                        .toList();
        return new ModuleDataPage(module, title, lines);
    }

    private KeptLine line(Tenant tenant, KeptData kept, @Nullable ModuleErasure erasure) {
        return new KeptLine(
                ConsoleRoutes.name(tenant),
                states.isOn(kept.uai(), kept.module()),
                kept.tables().size(),
                kept.rows(),
                kept.files().count(),
                kept.bytes(),
                state(erasure),
                erasure == null ? null : erasure.due().orElse(null));
    }

    private static ErasureState state(@Nullable ModuleErasure erasure) {
        if (erasure == null) {
            return ErasureState.NONE;
        }
        if (erasure.done().isPresent()) {
            return ErasureState.DONE;
        }
        return erasure.isPending() ? ErasureState.PENDING : ErasureState.EXPORTED;
    }

    CollegeDataPage page(String module, Tenant tenant) {
        String title = matrix.titleOf(module).orElseThrow(Refusal::notFound);
        Uai uai = tenant.college().uai();
        KeptData kept = data.of(uai, module);
        Optional<ModuleErasure> erasure = erasures.find(uai, module);
        return new CollegeDataPage(
                module,
                title,
                line(tenant, kept, erasure.orElse(null)),
                kept.tables().stream()
                        .map(table -> new KeptTable(table.table(), table.rows(), table.bytes()))
                        .toList(),
                kept.files().bytes(),
                erasure.map(ModuleErasure::exported).orElse(null),
                erasure.map(ModuleErasure::exportedBy).orElse(null),
                erasure.flatMap(ModuleErasure::askedBy).orElse(null),
                erasure.flatMap(ModuleErasure::done).orElse(null),
                erasures.delay().toDays());
    }

    ArchivePage archive(Tenant tenant) {
        Set<String> modules = data.modulesAt(tenant.college().uai());
        Map<String, String> titles = matrix.titles(modules);
        return new ArchivePage(
                ConsoleRoutes.name(tenant),
                modules.stream()
                        .map(module -> titles.getOrDefault(module, module))
                        .sorted()
                        .toList());
    }

    /** A collège that is open, so that modules can keep something there. */
    Tenant open(String slug) {
        return tenants.bySlug(slug).filter(Tenant::provisioned).orElseThrow(Refusal::notFound);
    }

    /** A module of which there is a release; another one is refused. */
    void requireKnown(String module) {
        if (matrix.titleOf(module).isEmpty()) {
            throw Refusal.notFound();
        }
    }
}
