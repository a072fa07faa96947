package fr.preau.core.data;

import fr.preau.api.files.FileStore;
import fr.preau.api.files.StoredFile;
import fr.preau.api.school.College;
import fr.preau.core.files.FileStores;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What modules keep at a collège, as a ZIP that can be read without Préau: each table as JSON, each
 * file as it was sent, the module's manifest, and a word on how to read it. Written row by row.
 */
public final class ModuleExport {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("fr.preau.core.data.texts", Locale.FRANCE);

    private final UnitsOfWork units;
    private final ModuleData data;
    private final SpaceTables tables;
    private final FileStores files;
    private final Function<String, Optional<String>> manifests;
    private final Clock clock;

    /**
     * @param manifests the text of the manifest of a module's last release
     */
    public ModuleExport(
            UnitsOfWork units,
            ModuleData data,
            SpaceTables tables,
            FileStores files,
            Function<String, Optional<String>> manifests,
            Clock clock) {
        this.units = units;
        this.data = data;
        this.tables = tables;
        this.files = files;
        this.manifests = manifests;
        this.clock = clock;
    }

    /**
     * Writes what one module keeps at a collège.
     *
     * @param out stays open
     */
    public void write(College college, String module, OutputStream out) throws IOException {
        write(college, Set.of(module), "", out);
    }

    /**
     * Writes what all modules keep at a collège, each in a folder of its own: for a collège that
     * leaves.
     *
     * @param out stays open
     */
    public void writeAll(College college, OutputStream out) throws IOException {
        write(college, data.modulesAt(college.uai()), "/", out);
    }

    /**
     * @param separator between a module's folder and its entries; empty: there is no folder
     */
    private void write(College college, Set<String> modules, String separator, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new Kept(out), StandardCharsets.UTF_8);
        text(zip, "LISEZ-MOI.txt", readme(college));
        for (String module : modules) {
            String folder = separator.isEmpty() ? "" : module + separator;
            Optional<String> manifest = manifests.apply(module);
            if (manifest.isPresent()) {
                text(zip, folder + "module.json", manifest.get());
            }
            List<String> names =
                    tables.of(List.of(DatabaseSpace.of(college.uai())), module).stream()
                            .filter(size -> !size.isHistory())
                            .map(SpaceTables.Size::table)
                            .toList();
            write(college, module, names, zip, folder);
        }
        zip.finish();
    }

    private String readme(College college) {
        return new MessageFormat(TEXTS.getString("export.readme"), Locale.FRANCE)
                .format(new Object[] {college.name(), college.uai().value(), clock.instant()});
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** In one transaction, so that tables and files are those of one moment. */
    private void write(
            College college, String module, List<String> names, ZipOutputStream zip, String folder)
            throws IOException {
        try {
            units.write(
                    DatabaseSpace.of(college.uai()),
                    unit -> {
                        try {
                            tables(unit, names, zip, folder);
                            files(module, zip, folder);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return names.size();
                    });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void tables(
            UnitOfWork unit, List<String> names, ZipOutputStream zip, String folder)
            throws IOException, SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : names) {
            zip.putNextEntry(new ZipEntry(folder + "tables/" + table + ".json"));
            try (JsonGenerator json = Json.createGenerator(new Kept(zip))) {
                rows.put(table, TableExport.write(unit, table, json));
            }
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry(folder + "tables.json"));
        try (JsonGenerator json = Json.createGenerator(new Kept(zip))) {
            json.writeStartObject();
            rows.forEach(json::write);
            json.writeEnd();
        }
        zip.closeEntry();
    }

    private void files(String module, ZipOutputStream zip, String folder) throws IOException {
        FileStore store = files.forModule(module);
        List<StoredFile> all = files.all(module);
        if (all.isEmpty()) {
            return;
        }
        for (StoredFile file : all) {
            zip.putNextEntry(new ZipEntry(folder + "files/" + entry(file)));
            Optional<InputStream> content = store.open(file.id());
            if (content.isPresent()) {
                content.get().transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry(folder + "files.json"));
        try (JsonGenerator json = Json.createGenerator(new Kept(zip))) {
            json.writeStartArray();
            all.forEach(file -> describe(file, json));
            json.writeEnd();
        }
        zip.closeEntry();
    }

    /** Names were cleaned of folders when they came; the identity keeps two of a name apart. */
    private static String entry(StoredFile file) {
        return file.id() + "-" + file.name();
    }

    private static void describe(StoredFile file, JsonGenerator json) {
        json.writeStartObject()
                .write("id", file.id().toString())
                .write("file", "files/" + entry(file))
                .write("name", file.name())
                .write("contentType", file.contentType())
                .write("size", file.size())
                .write("sha256", file.sha256())
                .write("at", file.at().toString())
                .writeEnd();
    }

    /** Who finishes writing into it does not close what it is a part of. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
