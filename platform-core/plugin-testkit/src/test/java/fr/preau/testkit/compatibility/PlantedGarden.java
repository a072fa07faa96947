package fr.preau.testkit.compatibility;

import fr.preau.core.testing.GardenBundle;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A garden that keeps beds, which its own form writes, and waterings, which nothing of its own
 * writes: a module without fault, in which a test changes one thing.
 */
final class PlantedGarden {

    private static final String TABLES =
            """
            CREATE TABLE garden_bed (
              id       UUID        NOT NULL PRIMARY KEY,
              owner_id UUID        NOT NULL,
              plant    VARCHAR(60) NOT NULL,
              state    VARCHAR(12) NOT NULL CHECK (state IN ('SOWN', 'RIPE')),
              depth    INT         NOT NULL CHECK (depth BETWEEN 2 AND 9)
            );
            CREATE TABLE garden_watering (
              id        UUID        NOT NULL PRIMARY KEY,
              bed_id    UUID        NOT NULL,
              person_id CHAR(36)    NOT NULL,
              kind      VARCHAR(12) NOT NULL,
              note      VARCHAR(40) CHARACTER SET ascii NOT NULL,
              CONSTRAINT garden_watering_kind CHECK (kind = 'CAN' OR kind = 'HOSE'),
              FOREIGN KEY (bed_id) REFERENCES garden_bed (id)
            );
            """;

    private static final String MEMBERS =
            """
            private final jakarta.persistence.EntityManager service;
            public record Beds(List<String> plants) {}
            public record Planting(@jakarta.validation.constraints.NotBlank String plant) {}
            public record Planted(String plant) {}
            private Screen draw(Beds beds, PageContext context) {
              return new Screen("Les carrés", out -> {
                out.writeContent("<form method='post' action='" + context.href("/beds") + "'>"
                    + "<label for='plant'>Plante</label> <input id='plant' type='text' name='plant'>"
                    + "<button type='submit'>Planter</button></form><ul>");
                beds.plants().forEach(plant -> out.writeContent("<li>" + plant + "</li>"));
                out.writeContent("<li>Fin</li></ul>");
              });
            }
            public List<Route<?, ?>> routes() {
              return List.of(
                Route.get("/beds").shows(Beds.class)
                  .allows(Callers.profiles(Profile.PUPIL, Profile.TEACHER))
                  .drawnBy(this::draw)
                  .handledBy((request, input) -> Answer.show(new Beds(plants()))),
                Route.post("/beds").takes(Planting.class).shows(Beds.class)
                  .allows(Callers.profiles(Profile.PUPIL, Profile.TEACHER))
                  .drawnBy(this::draw)
                  .handledBy((request, input) -> {
                    plant(input.plant(), request.caller().person());
                    return Answer.done(new Beds(List.of()), "/beds", "Planté.");
                  }));
            }
            private jakarta.persistence.Query sql(String sql, Object... values) {
              jakarta.persistence.Query query = service.createNativeQuery(sql);
              for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i].toString());
              }
              return query;
            }
            private List<String> texts(String sql, Object... values) {
              List<String> texts = new ArrayList<>();
              for (Object text : sql(sql, values).getResultList()) { texts.add((String) text); }
              return texts;
            }
            private List<String> plants() {
              return texts("SELECT plant FROM garden_bed ORDER BY plant LIMIT 20");
            }
            private void plant(String plant, PersonId by) {
              sql("INSERT INTO garden_bed (id, owner_id, plant, state, depth)"
                  + " VALUES (?1, ?2, ?3, 'SOWN', 3)", UUID.randomUUID(), by, plant).executeUpdate();
            }
            public Optional<fr.preau.api.privacy.PersonalData> personalData() {
              return Optional.of(new fr.preau.api.privacy.PersonalData() {
                public List<? extends Record> export(PersonId person) {
                  List<Planted> planted = new ArrayList<>();
                  texts("SELECT plant FROM garden_bed WHERE owner_id = ?1", person)
                      .forEach(plant -> planted.add(new Planted(plant)));
                  texts("SELECT kind FROM garden_watering WHERE person_id = ?1", person)
                      .forEach(kind -> planted.add(new Planted(kind)));
                  return planted;
                }
                public fr.preau.api.privacy.ErasureReport erase(PersonId person) {
                  int waterings =
                      sql("DELETE FROM garden_watering WHERE person_id = ?1", person).executeUpdate();
                  int beds = sql("UPDATE garden_bed SET owner_id = UUID() WHERE owner_id = ?1", person)
                      .executeUpdate();
                  return new fr.preau.api.privacy.ErasureReport(waterings, beds, List.of());
                }
              });
            }
            """;

    private final String version;
    private final Map<String, String> scripts = new LinkedHashMap<>();
    private String members = MEMBERS;

    PlantedGarden(String version) {
        this.version = version;
        scripts.put("V1__beds.sql", TABLES);
    }

    PlantedGarden with(String script, String sql) {
        scripts.put(script, sql);
        return this;
    }

    /** Where its code says something else. */
    PlantedGarden saying(String text, String instead) {
        if (!members.contains(text)) {
            throw new IllegalArgumentException("nowhere: " + text);
        }
        members = members.replace(text, instead);
        return this;
    }

    Path jar() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "garden");
        Path jar =
                GardenBundle.version(version)
                        .wanting(EntityManager.class)
                        .with(members)
                        .saying(
                                "\"cards\": []",
                                "\"cards\": [], \"tables\": [\"garden_bed\", \"garden_watering\"]")
                        .into(folder, "garden-" + version + ".jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path migrations = Files.createDirectories(zip.getPath("db", "migration"));
            for (Map.Entry<String, String> script : scripts.entrySet()) {
                Files.write(
                        migrations.resolve(script.getKey()),
                        script.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
