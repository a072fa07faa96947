package fr.preau.portal.pages;

import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One module, with all that is known of it.
 *
 * @param open whether this installation runs whatever it is given
 * @param active how many collèges can have a module
 * @param since when somebody last changed what should run
 * @param changedBy who that was
 * @param description of the release that should run, or of the newest, as all that follows
 * @param releases the newest version first
 * @param before the release that ran before the one that should run
 * @param leftToColleges whether each collège switches it on and off itself
 * @param tables null when nothing runs that has tables
 */
public record CatalogueModulePage(
        CatalogueLine module,
        boolean open,
        int active,
        Instant since,
        String changedBy,
        String description,
        ModulePublisher publisher,
        String licence,
        List<Profile> profiles,
        List<PermissionLine> permissions,
        List<ReleaseLine> releases,
        @Nullable ReleaseLine before,
        boolean leftToColleges,
        @Nullable TablesProgress tables,
        List<NodeLine> nodes) {

    public CatalogueModulePage {
        profiles = List.copyOf(profiles);
        permissions = List.copyOf(permissions);
        releases = List.copyOf(releases);
        nodes = List.copyOf(nodes);
    }

    /** The SHA-256 of the release that should run; empty when none should. */
    public String wanted() {
        return releases.stream()
                .filter(ReleaseLine::wanted)
                .map(ReleaseLine::sha256)
                .findFirst()
                .orElse("");
    }

    /** Whether something will soon have changed without anybody's doing. */
    public boolean underWay() {
        return module.state() == ModuleState.STARTING || (tables != null && tables.underWay());
    }
}
