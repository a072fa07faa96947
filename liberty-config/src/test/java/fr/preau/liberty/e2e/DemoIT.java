package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.Demo;
import fr.preau.liberty.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo as a person at a terminal has it, but for the build before it: one folder, started
 * twice.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final String OPEN = "Préau est ouvert";

    private static Path project;

    @BeforeAll
    static void aProjectWithSomeCollegesOnly(@TempDir Path folder) throws IOException {
        project = folder;
        RunningPreau.Preau.copySome(project.resolve("tenants/hauts-de-seine"));
    }

    @Test
    @Order(1)
    void itEndsWithAFailureWhenItsServerEndsByItself() throws Exception {
        Process demo = start();
        BufferedReader said = demo.inputReader(StandardCharsets.UTF_8);
        assertThat(saidUntil(said, OPEN)).contains("Import des collèges");
        List<ProcessHandle> started = demo.descendants().toList();
        ProcessHandle server =
                started.stream()
                        .filter(process -> process.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .orElseThrow();

        server.destroyForcibly();

        assertThat(saidUntil(said, "nothing of this"))
                .contains("Le serveur s’est arrêté de lui-même", "console.log");
        assertThat(demo.waitFor()).isEqualTo(1);
        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(2)
    void itIsAloneInItsFolderAndLeavesNothingRunning() throws Exception {
        Process demo = start();
        BufferedReader said = demo.inputReader(StandardCharsets.UTF_8);
        saidUntil(said, OPEN);
        List<ProcessHandle> started = demo.descendants().toList();
        assertThat(started).hasSize(2);

        Process second = start();
        assertThat(saidUntil(second.inputReader(StandardCharsets.UTF_8), "nothing of this"))
                .contains("Une démonstration tourne déjà dans ce dossier");
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(started).allMatch(ProcessHandle::isAlive);

        // Process.destroy would close what it still has to say.
        demo.toHandle().destroy();
        assertThat(saidUntil(said, "nothing of this")).contains("Tout est arrêté");
        demo.waitFor();
        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dpreau.port=" + FreePort.find(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName(),
                        project.toString(),
                        System.getProperty("preau.liberty"),
                        System.getProperty("preau.plugins"))
                .redirectErrorStream(true)
                .start();
    }

    private static String saidUntil(BufferedReader output, String words) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains(words)) {
                break;
            }
        }
        return said.toString();
    }
}
