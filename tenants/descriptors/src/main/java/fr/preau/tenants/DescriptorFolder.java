package fr.preau.tenants;

import fr.preau.api.school.Uai;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the folder of a département: {@code departement.yaml} and one file per collège. */
public final class DescriptorFolder {

    private static final String SHARED = "departement.yaml";
    private static final String SUFFIX = ".yaml";

    /** All endings by which a person means YAML. */
    private static final Pattern YAML = Pattern.compile("\\.ya?ml$", Pattern.CASE_INSENSITIVE);

    private final Path folder;
    private final Set<String> knownModules;

    private DescriptorFolder(Path folder, Set<String> knownModules) {
        this.folder = folder;
        this.knownModules = Set.copyOf(knownModules);
    }

    /**
     * Reads every descriptor of a folder.
     *
     * @param knownModules the ids of the modules that a descriptor may name
     * @throws DescriptorException if one of them is wrong
     * @throws IOException if the folder can't be read
     */
    public static Departement read(Path folder, Set<String> knownModules) throws IOException {
        return new DescriptorFolder(folder, knownModules).departement();
    }

    /**
     * Reads a département that comes with this module, as in {@code hauts-de-seine}.
     *
     * @param knownModules the ids of the modules that a descriptor may name
     * @throws DescriptorException if one of its descriptors is wrong
     * @throws IOException if there is no such département
     */
    public static Departement readPackaged(String departement, Set<String> knownModules)
            throws IOException {
        String resource = "/fr/preau/tenants/" + departement;
        URL shared = DescriptorFolder.class.getResource(resource + "/" + SHARED);
        if (shared == null) {
            throw new IOException("no département « " + departement + " » comes with Préau");
        }
        // Liberty says wsjar: where Java says jar:, so the scheme isn't looked at.
        String address = shared.toString();
        int inJar = address.indexOf("!/");
        if (inJar < 0) {
            return read(Path.of(URI.create(address + "/..")).normalize(), knownModules);
        }
        Path jar = Path.of(URI.create(address.substring(address.indexOf("file:"), inJar)));
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return read(files.getPath(resource), knownModules);
        }
    }

    private Departement departement() throws IOException {
        YamlSection shared =
                parse(
                        folder.resolve(SHARED),
                        Set.of(),
                        "name",
                        "number",
                        "academie",
                        "place",
                        "prepared-smallest");
        String name = shared.read("name", Departement::checkName);
        String number = shared.read("number", Departement::checkNumber);
        Academie academie = academie(shared.section("academie", "name", "code"));
        OwnPlace place = place(shared);
        List<CollegeDescriptor> colleges = colleges();
        int prepared = shared.number("prepared-smallest", 0, colleges.size());
        return new Departement(
                name, number, academie, place, prepared, withSmallestPrepared(colleges, prepared));
    }

    private OwnPlace place(YamlSection shared) {
        YamlSection place =
                shared.section(
                        "place", "name", "commune", "street", "postcode", "accent", "modules");
        Uai uai = shared.read("number", Uai::ofDepartement);
        return place.make(
                () ->
                        new OwnPlace(
                                uai,
                                place.read("name", CollegeDescriptor::checkName),
                                place.read("commune", CollegeDescriptor::checkCommune),
                                place.read("street", Address::checkStreet),
                                place.read("postcode", Address::checkPostcode),
                                place.read("accent", Accent::new),
                                CollegeFile.modules(place, knownModules)));
    }

    private static Academie academie(YamlSection academie) {
        return new Academie(
                academie.read("name", Academie::checkName),
                academie.number("code", 1, Academie.HIGHEST_CODE));
    }

    private List<CollegeDescriptor> colleges() throws IOException {
        Map<String, Path> slugs = new HashMap<>();
        Map<Uai, Path> uais = new HashMap<>();
        List<CollegeDescriptor> colleges = new ArrayList<>();
        for (Path file : collegeFiles()) {
            refuseOtherEnding(file);
            YamlSection yaml = parse(file, CollegeFile.MAY_BE_LEFT_OUT, CollegeFile.KEYS);
            CollegeDescriptor college = new CollegeFile(yaml, knownModules).read();
            refuseSecond(uais, college.uai(), file, yaml.line("uai"));
            refuseSecond(slugs, college.slug(), file, yaml.line("slug"));
            refuseOtherFileName(college, file);
            colleges.add(college);
        }
        return colleges;
    }

    private List<Path> collegeFiles() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> YAML.matcher(file.toString()).find())
                    .filter(file -> !file.endsWith(SHARED))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static <T> void refuseSecond(Map<T, Path> seen, T value, Path file, int line) {
        Path other = seen.put(value, file);
        if (other != null) {
            throw new DescriptorException(
                    file, line, value + " is already taken by " + other.getFileName());
        }
    }

    /** A collège must not be missed because its file is called otherwise. */
    private static void refuseOtherEnding(Path file) {
        if (!file.toString().endsWith(SUFFIX)) {
            throw new DescriptorException(file, 1, "the file's name should end with " + SUFFIX);
        }
    }

    private static void refuseOtherFileName(CollegeDescriptor college, Path file) {
        String expected = college.uai() + "-" + college.slug() + SUFFIX;
        if (!file.endsWith(expected)) {
            throw new DescriptorException(file, 1, "the file's name should be " + expected);
        }
    }

    private static List<CollegeDescriptor> withSmallestPrepared(
            List<CollegeDescriptor> colleges, int count) {
        Set<Uai> smallest =
                colleges.stream()
                        .sorted(
                                Comparator.comparing(
                                                (CollegeDescriptor college) ->
                                                        college.headcount().total())
                                        .thenComparing(college -> college.uai().value()))
                        .limit(count)
                        .map(CollegeDescriptor::uai)
                        .collect(Collectors.toSet());
        return colleges.stream()
                .map(college -> smallest.contains(college.uai()) ? college.prepared() : college)
                .toList();
    }

    private static YamlSection parse(Path file, Set<String> mayBeLeftOut, String... keys)
            throws IOException {
        try {
            return YamlSection.parse(file, Files.readString(file), mayBeLeftOut, keys);
        } catch (CharacterCodingException e) {
            throw new DescriptorException(file, 1, "not UTF-8");
        }
    }
}
