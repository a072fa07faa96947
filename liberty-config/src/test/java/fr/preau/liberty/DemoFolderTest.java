package fr.preau.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.FolderLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @Test
    void aSecretIsMadeOnceForItsOwnerOnlyAndWhole(@TempDir Path root) throws Exception {
        DemoFolder folder = new DemoFolder(root);

        String secret = folder.secret("sessions");

        assertThat(secret).hasSize(64);
        assertThat(folder.secret("sessions")).isEqualTo(secret);
        Path secrets = root.resolve("secrets");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(secrets.resolve("sessions"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files).containsExactly(secrets.resolve("sessions"));
        }
    }

    @Test
    void erasingForgetsEverythingButTheLock(@TempDir Path root) throws Exception {
        DemoFolder folder = new DemoFolder(root);
        folder.create();
        folder.secret("sessions");
        try (FolderLock ours = FolderLock.take(root)) {
            folder.erase();
        }
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files).containsExactly(root.resolve(FolderLock.FILE));
        }
    }
}
