package fr.preau.testkit.compatibility;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * The codes that the entities of a module keep in its columns: the constants of their enums.
 *
 * @param byColumn by table and column, in small letters
 */
record EntityCodes(Map<String, List<String>> byColumn) {

    private static final String ENTITIES = "META-INF/persistence.xml";

    /** Nothing is known of a column. */
    static EntityCodes none() {
        return new EntityCodes(Map.of());
    }

    /** Of the entities that the jar lists; its code does not run. */
    static EntityCodes of(Path jar) throws IOException {
        Map<String, List<String>> codes = new HashMap<>();
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, EntityCodes.class.getClassLoader())) {
            for (String name : entities(jar)) {
                read(Class.forName(name, false, loader), codes);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // A library of its own lies inside: what a code is shows when pages are read.
            return none();
        }
        return new EntityCodes(codes);
    }

    private static List<String> entities(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(ENTITIES);
            if (entry == null) {
                return List.of();
            }
            try (InputStream in = file.getInputStream(entry)) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return Jsoup.parse(xml, "", Parser.xmlParser()).select("class").eachText();
            }
        }
    }

    private static void read(Class<?> entity, Map<String, List<String>> codes) {
        Table table = entity.getAnnotation(Table.class);
        String prefix = table == null ? entity.getSimpleName() : table.name();
        for (Field field : entity.getDeclaredFields()) {
            Object[] constants = field.getType().getEnumConstants();
            if (constants != null) {
                Column column = field.getAnnotation(Column.class);
                String name =
                        column == null || column.name().isEmpty() ? field.getName() : column.name();
                codes.put(place(prefix, name), codes(field, constants));
            }
        }
    }

    /** JPA keeps their numbers where nothing else is said. */
    private static List<String> codes(Field field, Object[] constants) {
        Enumerated kept = field.getAnnotation(Enumerated.class);
        boolean names = kept != null && kept.value() == EnumType.STRING;
        return Arrays.stream(constants)
                .map(Enum.class::cast)
                .map(constant -> names ? constant.name() : Integer.toString(constant.ordinal()))
                .toList();
    }

    private static String place(String table, String column) {
        return (table + "." + column).toLowerCase(Locale.ROOT);
    }

    List<String> of(String table, String column) {
        return byColumn.getOrDefault(place(table, column), List.of());
    }
}
