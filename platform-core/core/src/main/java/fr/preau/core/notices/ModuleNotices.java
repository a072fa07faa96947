package fr.preau.core.notices;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.core.plugins.manifest.DeclaredNotice;
import fr.preau.core.plugins.manifest.PluginManifest;
import java.util.Collection;

/** The notices as one module is given them: it tells what its manifest declares. */
public final class ModuleNotices implements Notices {

    private final PluginManifest manifest;
    private final NoticeBoard board;

    public ModuleNotices(PluginManifest manifest, NoticeBoard board) {
        this.manifest = manifest;
        this.board = board;
    }

    @Override
    public void tell(Notice notice, Collection<PersonId> persons) {
        DeclaredNotice kind =
                manifest.notice(notice.kind())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s of %s declares no notice « %s »"
                                                        .formatted(
                                                                PluginManifest.ENTRY,
                                                                manifest.id(),
                                                                notice.kind())));
        board.put(manifest.id(), notice, kind.urgency(), persons);
    }

    @Override
    public void seen(String path, PersonId person) {
        board.seen(manifest.id(), path, person);
    }

    @Override
    public void withdraw(String key) {
        board.withdraw(manifest.id(), key);
    }

    @Override
    public void withdrawAll(String beginning) {
        board.withdrawAll(manifest.id(), beginning);
    }

    @Override
    public String toString() {
        return "notices of " + manifest.id();
    }
}
