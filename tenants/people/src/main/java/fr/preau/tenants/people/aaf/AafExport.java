package fr.preau.tenants.people.aaf;

import fr.preau.api.school.Uai;
import fr.preau.tenants.people.InventedCollege;
import fr.preau.tenants.people.InventedDepartement;
import fr.preau.tenants.people.Jointures;
import fr.preau.tenants.people.Subject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the complete files of a collège; a reader sees the whole set or none of it. */
public final class AafExport {

    /** The most entries in one file, as a real delivery is cut into several. */
    public static final int ENTRIES_PER_FILE = 400;

    private static final String DELIVERY = "ENT_Complet_20261101_";
    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

    private final InventedDepartement invented;

    public AafExport(InventedDepartement invented) {
        this.invented = invented;
    }

    /** The encoding in which this collège delivers; one in six isn't UTF-8. */
    public static Charset charset(Uai uai) {
        return Jointures.school(uai) % 6 == 3 ? LATIN_9 : StandardCharsets.UTF_8;
    }

    /**
     * Writes the files of one collège into {@code out/<uai>}, replacing those of a former run.
     *
     * <p>While it writes, the folder's name begins with a dot. Collèges may be written at the same
     * time, but not one collège twice.
     *
     * @return the collège's folder
     */
    public Path write(Uai uai, Path out) throws IOException {
        InventedCollege college = invented.college(uai);
        Path unfinished = out.resolve("." + uai);
        delete(unfinished);
        Files.createDirectories(unfinished);
        try {
            write(college, unfinished, charset(uai));
            Path finished = out.resolve(uai.value());
            Path former = out.resolve("." + uai + ".former");
            if (Files.exists(finished)) {
                delete(former);
                Files.move(finished, former, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
            delete(former);
            return finished;
        } catch (IOException | RuntimeException e) {
            delete(unfinished);
            throw e;
        }
    }

    private static void write(InventedCollege college, Path folder, Charset charset)
            throws IOException {
        Batch batch = new Batch(folder, charset);
        batch.write("EtabEducNat", List.of(college), SchoolAddition::of);
        batch.write("MefEducNat", Arrays.asList(Course.values()), Course::addition);
        batch.write("MatiereEducNat", Arrays.asList(Subject.values()), AafExport::subject);
        batch.write("PersEducNat", college.staff(), StaffAddition::of);
        batch.write("PersRelEleve", college.guardians(), GuardianAddition::of);
        batch.write(
                "Eleve", college.pupils(), pupil -> PupilAddition.of(pupil, college.descriptor()));
    }

    private static Addition subject(Subject subject) {
        return Addition.ofSubject(subject.code())
                .with("ENTMatJointure", subject.code())
                .with("ENTLibelleMatiere", subject.label())
                .with("ENTMatiereRattach", subject.code());
    }

    private record Batch(Path folder, Charset charset) {

        <T> void write(String category, List<T> entries, Function<T, Addition> addition)
                throws IOException {
            int number = 0;
            for (int from = 0; from < entries.size(); from += ENTRIES_PER_FILE) {
                int to = Math.min(from + ENTRIES_PER_FILE, entries.size());
                String name =
                        String.format(Locale.ROOT, "%s%s_%04d.xml", DELIVERY, category, number++);
                try (AafFileWriter file = new AafFileWriter(folder.resolve(name), charset)) {
                    for (T entry : entries.subList(from, to)) {
                        file.write(addition.apply(entry));
                    }
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
