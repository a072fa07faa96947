package fr.preau.liberty.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.plugin.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of permissions is written from the code: {@code mvn … -Dtest=PermissionsDocumentTest
 * -Dupdate}.
 */
class PermissionsDocumentTest {

    private static final Path PAGE =
            Path.of(System.getProperty("preau.root", ".."), "docs", "vendors", "permissions.md");

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = page();
        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        return """
        # Permissions

        Written from `Permission` of the plugin API by `PermissionsDocumentTest`; not to be changed by hand.

        A module asks for permissions in its [manifest](reference.md#the-manifest), each with a reason that a \
        principal understands. The Département grants them when it takes a release, and again when an \
        update asks for more. What was not granted is not handed over: a service is missing, or there is \
        less in it.

        | permission | what a module that has it can learn or do |
        | --- | --- |
        """
                + Arrays.stream(Permission.values())
                        .map(each -> "| `%s` | %s |\n".formatted(each.code(), each.reveals()))
                        .collect(Collectors.joining());
    }
}
