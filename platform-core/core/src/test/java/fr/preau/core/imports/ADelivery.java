package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files of a small collège, as a test wants them. */
public final class ADelivery {

    static final String HERE = "4295";

    private final Uai uai;
    private final Charset charset;
    private final Map<String, Map<String, List<String>>> pupils = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> guardians = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> personnel = new LinkedHashMap<>();
    private final List<String> classes;

    private ADelivery(Uai uai, Charset charset, List<String> classes) {
        this.uai = uai;
        this.charset = charset;
        this.classes = classes;
    }

    public static ADelivery of(Uai uai, String... classes) {
        return new ADelivery(uai, StandardCharsets.UTF_8, List.of(classes));
    }

    static ADelivery in(Charset charset, Uai uai, String... classes) {
        return new ADelivery(uai, charset, List.of(classes));
    }

    /** A pupil with links as {@code adult$relation$payer$legal$contact$payee}. */
    public ADelivery pupil(
            String id, String given, String family, String schoolClass, String... links) {
        Map<String, List<String>> attributes = person(id, given, family, "12/05/2013");
        attributes.put("ENTPersonStructRattach", List.of(HERE));
        attributes.put("ENTEleveINE", List.of("INE" + id));
        attributes.put("ENTEleveClasses", List.of(HERE + "$" + schoolClass));
        attributes.put("ENTElevePersRelEleve", List.of(links));
        pupils.put(id, attributes);
        return this;
    }

    public ADelivery guardian(String id, String given, String family) {
        Map<String, List<String>> attributes = person(id, given, family, "01/02/1980");
        attributes.put("ENTPersonAdresse", List.of("3 rue des Écoles$$$"));
        attributes.put("ENTPersonVille", List.of("SÈVRES"));
        attributes.put("mail", List.of(given.charAt(0) + "." + id + "@famille.invalid"));
        guardians.put(id, attributes);
        return this;
    }

    public ADelivery teacher(String id, String given, String family, String... classes) {
        Map<String, List<String>> attributes = person(id, given, family, "01/02/1975");
        attributes.put("ENTPersonStructRattach", List.of(HERE));
        attributes.put(
                "ENTPersonFonctions",
                List.of(HERE + "$ENS$ENSEIGNEMENT$L0202$LETTRES MODERNES", "999$ENS$X$Y$Z"));
        attributes.put(
                "ENTAuxEnsClassesMatieres",
                List.of(classes).stream().map(name -> HERE + "$" + name + "$020700").toList());
        personnel.put(id, attributes);
        return this;
    }

    public ADelivery staff(String id, String given, String family, String... codes) {
        Map<String, List<String>> attributes = person(id, given, family, "01/02/1970");
        attributes.put(
                "ENTPersonFonctions",
                List.of(codes).stream().map(code -> HERE + "$" + code + "$X$D1$Y").toList());
        personnel.put(id, attributes);
        return this;
    }

    /** Sets an attribute of anybody. */
    public ADelivery with(String id, String attribute, String... values) {
        List.of(pupils, guardians, personnel)
                .forEach(
                        people ->
                                people.computeIfPresent(
                                        id,
                                        (key, attributes) -> {
                                            attributes.put(attribute, List.of(values));
                                            return attributes;
                                        }));
        return this;
    }

    public ADelivery without(String id) {
        pupils.remove(id);
        guardians.remove(id);
        personnel.remove(id);
        return this;
    }

    /** Writes the files into an empty folder below the given one. */
    public Path in(Path parent) {
        try {
            Path folder = Files.createTempDirectory(parent, uai.value());
            Map<String, List<String>> school = new LinkedHashMap<>();
            school.put("ENTStructureJointure", List.of(HERE));
            school.put("ENTStructureUAI", List.of(uai.value()));
            school.put(
                    "ENTStructureClasses",
                    classes.stream().map(name -> name + "$" + name + "$10110001110").toList());
            school.put("ENTStructureGroupes", List.of("5LATIN$Latin 5e"));
            write(folder, "EtabEducNat", "categorieStructure", Map.of(HERE, school));
            write(
                    folder,
                    "MatiereEducNat",
                    "categorieMatiere",
                    Map.of(
                            "020700",
                            Map.of(
                                    "ENTMatJointure", List.of("020700"),
                                    "ENTLibelleMatiere", List.of("FRANCAIS"))));
            write(
                    folder,
                    "MefEducNat",
                    "categorieMef",
                    Map.of(
                            "10110001110",
                            Map.of(
                                    "ENTMefJointure", List.of("10110001110"),
                                    "ENTLibelleMef", List.of("5EME"))));
            write(folder, "PersEducNat", "categoriePersonne", personnel);
            write(folder, "PersRelEleve", "categoriePersonne", guardians);
            write(folder, "Eleve", "categoriePersonne", pupils);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path folder, String category) {
        return folder.resolve("ENT_Complet_20261102_" + category + "_0000.xml");
    }

    private static Map<String, List<String>> person(
            String id, String given, String family, String birth) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("ENTPersonJointure", List.of(id));
        attributes.put("ENTPersonDateNaissance", List.of(birth));
        attributes.put("sn", List.of(family));
        attributes.put("givenName", List.of(given));
        attributes.put("mobile", List.of());
        return attributes;
    }

    private void write(
            Path folder,
            String category,
            String kind,
            Map<String, ? extends Map<String, List<String>>> entries)
            throws IOException {
        StringBuilder xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"").append(charset.name()).append("\"?>\n");
        xml.append("<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n<ficAlimMENESR>\n");
        entries.forEach(
                (id, attributes) ->
                        xml.append("<addRequest>\n<operationalAttributes>")
                                .append(attribute(kind, List.of(category)))
                                .append("</operationalAttributes>\n<identifier><id>")
                                .append(id)
                                .append("</id></identifier>\n<attributes>\n")
                                .append(
                                        attributes.entrySet().stream()
                                                .map(e -> attribute(e.getKey(), e.getValue()))
                                                .collect(Collectors.joining("\n")))
                                .append("\n</attributes>\n</addRequest>\n"));
        xml.append("</ficAlimMENESR>\n");
        Files.write(file(folder, category), xml.toString().getBytes(charset));
    }

    private static String attribute(String name, List<String> values) {
        String inside =
                values.isEmpty()
                        ? "<value/>"
                        : values.stream()
                                .map(value -> "<value>" + value.replace("&", "&amp;") + "</value>")
                                .collect(Collectors.joining());
        return "<attr name=\"" + name + "\">" + inside + "</attr>";
    }
}
