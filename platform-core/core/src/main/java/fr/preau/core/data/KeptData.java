package fr.preau.core.data;

import fr.preau.api.files.FileUse;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.SpaceTables;
import java.util.List;

/**
 * What a module keeps at a collège.
 *
 * @param tables its tables there, without those that only say which scripts have run
 * @param histories how many of these there are
 */
public record KeptData(
        Uai uai, String module, List<SpaceTables.Size> tables, int histories, FileUse files) {

    public KeptData {
        tables = List.copyOf(tables);
    }

    /** As MariaDB estimates them. */
    public long rows() {
        return tables.stream().mapToLong(SpaceTables.Size::rows).sum();
    }

    /** Of tables, as MariaDB estimates them, and of files, exactly. */
    public long bytes() {
        return tables.stream().mapToLong(SpaceTables.Size::bytes).sum() + files.bytes();
    }

    /** Whether there is nothing at all. */
    public boolean isEmpty() {
        return tables.isEmpty() && histories == 0 && files.count() == 0;
    }
}
