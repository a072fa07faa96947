package fr.preau.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HautsDeSeineTest {

    private static final Path FOLDER = Path.of("../hauts-de-seine");
    private static final Set<String> MODULES = Set.of("communication", "canteen", "payment");

    private final Departement departement = read();

    @Test
    void ninetyThreeOfNinetyNineCollegesAreActive() {
        assertThat(departement.name()).isEqualTo("Hauts-de-Seine");
        assertThat(departement.number()).isEqualTo("92");
        assertThat(departement.academie()).isEqualTo(new Academie("Versailles", 25));
        assertThat(departement.colleges()).hasSize(99);
        assertThat(departement.active()).hasSize(93);
    }

    @Test
    void theSixSmallestCollegesAreOnlyPrepared() {
        assertThat(departement.prepared())
                .extracting(college -> college.headcount().total())
                .containsExactlyInAnyOrder(75, 251, 302, 309, 316, 362);
        assertThat(departement.active())
                .allSatisfy(college -> assertThat(college.headcount().total()).isGreaterThan(362));
    }

    @Test
    void everyPupilOfTheOpenDataIsCounted() {
        assertThat(departement.colleges())
                .extracting(college -> college.headcount().total())
                .satisfies(
                        totals ->
                                assertThat(totals.stream().mapToInt(Integer::intValue).sum())
                                        .isEqualTo(57_274));
    }

    @Test
    void sevresIsKnownByItsSlugAndItsUai() {
        CollegeDescriptor sevres = departement.college("sevres").orElseThrow();

        assertThat(departement.college(new Uai("0921244C"))).contains(sevres);
        assertThat(sevres.name()).isEqualTo("Collège de Sèvres");
        assertThat(sevres.headcount()).isEqualTo(new Headcount(246, 231, 256, 267, 0, 0));
        assertThat(sevres.headcount().of(Level.CINQUIEME)).isEqualTo(231);
        assertThat(sevres.modules()).containsExactlyInAnyOrder("communication", "canteen");
        assertThat(sevres.address().postcode()).isEqualTo("92310");
        assertThat(sevres.college().slug()).isEqualTo("sevres");
    }

    @Test
    void aSlugNamesTheCollegeOnlyWhereItsCommuneHasSeveral() {
        assertThat(departement.college("nanterre-jean-perrin")).isPresent();
        assertThat(departement.college("vaucresson")).isPresent();
        assertThat(departement.colleges())
                .extracting(CollegeDescriptor::slug)
                .doesNotHaveDuplicates();
    }

    @Test
    void collegesOfOneCommuneHaveDifferentAccents() {
        Map<String, List<CollegeDescriptor>> communes =
                departement.colleges().stream()
                        .collect(Collectors.groupingBy(CollegeDescriptor::commune));
        assertThat(communes.values())
                .allSatisfy(
                        colleges ->
                                assertThat(colleges)
                                        .extracting(CollegeDescriptor::accent)
                                        .doesNotHaveDuplicates());
        assertThat(departement.colleges())
                .allSatisfy(
                        college ->
                                assertThat(college.accent().contrastWithWhite())
                                        .isGreaterThanOrEqualTo(Accent.LEAST_CONTRAST));
    }

    @Test
    void theDepartementThatComesWithTheModuleIsTheSame() throws IOException {
        assertThat(DescriptorFolder.readPackaged("hauts-de-seine", MODULES)).isEqualTo(departement);
    }

    @Test
    void theDepartementIsAlsoReadOutOfAJar(@TempDir Path folder) throws Exception {
        URL[] jar = {jarOfThisModule(folder).toUri().toURL()};
        ClassLoader onlyTheLibraries = librariesWithoutThisModule();
        try (URLClassLoader loader = new URLClassLoader(jar, onlyTheLibraries)) {
            Object read =
                    loader.loadClass(DescriptorFolder.class.getName())
                            .getMethod("readPackaged", String.class, Set.class)
                            .invoke(null, "hauts-de-seine", MODULES);
            assertThat(read.toString()).isEqualTo(departement.toString());
        }
    }

    private static Path jarOfThisModule(Path folder) throws IOException {
        Path jar = folder.resolve("descriptors.jar");
        Path classes = Path.of("target/classes");
        URI address = URI.create("jar:" + jar.toUri());
        try (FileSystem files = FileSystems.newFileSystem(address, Map.of("create", "true"));
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = files.getPath("/" + classes.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return jar;
    }

    private static ClassLoader librariesWithoutThisModule() throws IOException {
        Set<URL> libraries = new HashSet<>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            if (!entry.endsWith("descriptors/target/classes")) {
                libraries.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(
                libraries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static Departement read() {
        try {
            return DescriptorFolder.read(FOLDER, MODULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
