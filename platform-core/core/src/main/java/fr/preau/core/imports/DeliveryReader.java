package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder of files into a {@link DeliveredCollege}, or refuses it at the first thing wrong.
 */
final class DeliveryReader {

    /** The biggest collège has about 6,000 people; more is not a collège. */
    private static final int MOST_ENTRIES = 50_000;

    /** The biggest collège has about 20,000; all of them are in memory at once. */
    private static final int MOST_LINKS = 200_000;

    private static final int STEP = 200;

    private final Uai uai;
    private final ImportProgress progress;
    private final DeliveredCollege delivery = new DeliveredCollege();
    private @Nullable String establishment;
    private int entries;
    private long bytesDone;

    DeliveryReader(Uai uai, ImportProgress progress) {
        this.uai = uai;
        this.progress = progress;
    }

    DeliveredCollege read(Path folder) throws IOException {
        List<AafFile> files = AafFile.in(folder);
        long bytes = files.stream().mapToLong(AafFile::size).sum();
        for (AafFile file : files) {
            int before = entries;
            AafStream.read(file, entry -> take(entry, bytes, before, file));
            bytesDone += file.size();
            if (file.category() == AafCategory.ESTABLISHMENT && establishment == null) {
                throw new AafRefused(file.name(), 0, "le fichier ne décrit aucun établissement");
            }
        }
        progress.advanced(entries, entries);
        return delivery;
    }

    private void take(AafEntry entry, long bytes, int before, AafFile file) {
        if (++entries > MOST_ENTRIES) {
            throw entry.refused("plus de " + MOST_ENTRIES + " entrées pour un seul collège");
        }
        switch (entry.category()) {
            case ESTABLISHMENT -> takeEstablishment(entry);
            case SUBJECT -> takeSubject(entry);
            case COURSE -> takeCourse(entry);
            case PERSONNEL -> new PersonnelEntry(entry, here(entry), delivery).take();
            case GUARDIAN -> new FamilyEntry(entry, here(entry), delivery).takeGuardian();
            case PUPIL -> new FamilyEntry(entry, here(entry), delivery).takePupil();
        }
        if (delivery.links() > MOST_LINKS) {
            throw entry.refused("plus de " + MOST_LINKS + " liens pour un seul collège");
        }
        if (entries % STEP == 0) {
            progress.advanced(entries, about(bytes, before, file));
        }
    }

    /** How many entries there will be, judged by the bytes that the ones before took. */
    private int about(long bytes, int before, AafFile file) {
        if (bytesDone == 0 || before == 0) {
            return (int) Math.max(entries, bytes / 1_500);
        }
        long seen = Math.min(bytes, bytesDone + file.size() / 2);
        return (int) Math.max(entries, (long) entries * bytes / Math.max(1, seen));
    }

    private String here(AafEntry entry) {
        if (establishment == null) {
            throw entry.refused("l’établissement n’est pas encore décrit");
        }
        return establishment;
    }

    private void takeEstablishment(AafEntry entry) {
        String said = entry.text("ENTStructureUAI", 20);
        if (said == null) {
            said = entry.required("ENTEtablissementUAI", 20);
        }
        if (!said.equals(uai.value())) {
            throw entry.refused(
                    "l’établissement est "
                            + AafEntry.shown(said)
                            + ", alors que ces fichiers doivent être ceux de "
                            + uai);
        }
        if (establishment != null) {
            throw entry.refused("l’établissement est décrit deux fois");
        }
        establishment = entry.identity();
        takeUnits(entry, "ENTStructureClasses", delivery.classes);
        takeUnits(entry, "ENTStructureGroupes", delivery.groups);
    }

    /** Classes and groups: code, label, then what this import has no use for. */
    private static void takeUnits(AafEntry entry, String attribute, Map<String, String> units) {
        for (String value : entry.all(attribute)) {
            String[] parts = entry.parts(attribute, value, 1, 200);
            String code = parts[0];
            String name = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : code;
            if (code.isEmpty() || code.length() > 40 || name.length() > 80) {
                throw entry.refused(
                        "« " + AafEntry.shown(value) + " » (" + attribute + ") n’est pas lisible");
            }
            if (units.put(code, name) != null) {
                throw entry.refused("« " + code + " » (" + attribute + ") est là deux fois");
            }
        }
    }

    private void takeSubject(AafEntry entry) {
        String code = entry.identity();
        if (code.length() > 20) {
            throw entry.refused("le code de la matière dépasse 20 caractères");
        }
        if (delivery.subjects.put(code, entry.required("ENTLibelleMatiere", 120)) != null) {
            throw entry.refused("la matière " + code + " est là deux fois");
        }
    }

    private void takeCourse(AafEntry entry) {
        delivery.courses.put(entry.identity(), entry.required("ENTLibelleMef", 100));
    }
}
