package fr.preau.core.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of a complete delivery, as in {@code ENT_Complet_20261102_Eleve_0000.xml}.
 *
 * @param number from 0, without a gap among the files of a category
 */
record AafFile(Path path, String date, AafCategory category, int number, long size) {

    private static final Pattern NAME =
            Pattern.compile("\\w+?_Complet_(\\d{8})_([A-Za-z]+)_(\\d{4})\\.xml");

    /** The files of a collège have three megabytes, the biggest nine; more is a mistake. */
    private static final long LARGEST_FOLDER = 64L << 20;

    private static final int MOST_FILES = 500;

    /** The files of a folder in the order in which they have to be read. */
    static List<AafFile> in(Path folder) throws IOException {
        List<AafFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(AafFile::isOne).sorted().toList()) {
                files.add(of(path, String.valueOf(path.getFileName())));
            }
        }
        refuseTooMuch(String.valueOf(folder.getFileName()), files);
        files.sort(Comparator.comparing(AafFile::category).thenComparing(AafFile::number));
        requireComplete(folder, files);
        return files;
    }

    /** Whether this is a file of a delivery, well named or not; whatever else lies there is not. */
    static boolean isOne(Path path) {
        return String.valueOf(path.getFileName()).endsWith(".xml");
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    private static AafFile of(Path path, String name) throws IOException {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new AafRefused(
                    name,
                    0,
                    "ce nom n’est pas celui d’un fichier complet de l’annuaire"
                            + " (ENT_Complet_<date>_<catégorie>_<numéro>.xml)");
        }
        AafCategory category =
                AafCategory.ofFileName(parts.group(2))
                        .orElseThrow(
                                () ->
                                        new AafRefused(
                                                name,
                                                0,
                                                "la catégorie « "
                                                        + parts.group(2)
                                                        + " » est inconnue"));
        int number = Integer.parseInt(parts.group(3));
        return new AafFile(path, parts.group(1), category, number, Files.size(path));
    }

    private static void refuseTooMuch(String folder, List<AafFile> files) {
        if (files.size() > MOST_FILES) {
            throw new AafRefused(folder, 0, "le dossier a plus de " + MOST_FILES + " fichiers");
        }
        if (files.stream().mapToLong(AafFile::size).sum() > LARGEST_FOLDER) {
            throw new AafRefused(folder, 0, "les fichiers dépassent ensemble 64 Mo");
        }
    }

    private static void requireComplete(Path folder, List<AafFile> files) {
        String name = String.valueOf(folder.getFileName());
        for (AafCategory category : AafCategory.values()) {
            List<AafFile> ofCategory =
                    files.stream().filter(file -> file.category == category).toList();
            for (int i = 0; i < ofCategory.size(); i++) {
                if (ofCategory.get(i).number != i) {
                    throw new AafRefused(
                            ofCategory.get(i).name(),
                            0,
                            String.format("il manque le fichier %04d de la même catégorie", i));
                }
            }
            if (ofCategory.isEmpty()) {
                throw new AafRefused(
                        name, 0, "il manque le fichier « " + category.inFileName() + " »");
            }
        }
        TreeSet<String> dates = new TreeSet<>(files.stream().map(AafFile::date).toList());
        if (dates.size() > 1) {
            throw new AafRefused(
                    name, 0, "les fichiers sont de plusieurs dates : " + String.join(", ", dates));
        }
    }
}
