package fr.preau.api.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @Test
    void whatStandsInTheHolesIsGivenByName() {
        PathTemplate path = PathTemplate.of("/classes/{className}/lessons/{lesson}");
        assertThat(path.match(List.of("classes", "5eB", "lessons", "12")))
                .hasValueSatisfying(
                        holes ->
                                assertThat(holes)
                                        .containsEntry("className", "5eB")
                                        .containsEntry("lesson", "12")
                                        .hasSize(2));
    }

    @Test
    void aPathOfAnotherShapeDoesNotMatch() {
        PathTemplate path = PathTemplate.of("/messages/{thread}");
        assertThat(path.match(List.of("messages"))).isEmpty();
        assertThat(path.match(List.of("messages", "1", "2"))).isEmpty();
        assertThat(path.match(List.of("Messages", "1"))).isEmpty();
    }

    @Test
    void aFinalSlashDoesNotCount() {
        assertThat(PathTemplate.split("/messages/")).isEqualTo(PathTemplate.split("/messages"));
        assertThat(PathTemplate.split("/")).isEmpty();
        assertThat(PathTemplate.of("/").match(List.of())).isPresent();
    }

    @Test
    void anEmptyPartIsAPartAndMatchesNoPlainWord() {
        assertThat(PathTemplate.split("/messages//4")).containsExactly("messages", "", "4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "/Messages",
                "/messages/{thread",
                "/messages/{}",
                "/messages//thread",
                "/a b",
                "/{thread}x",
                "/élèves"
            })
    void anAddressThatCouldBeMisreadIsRefused(String path) {
        assertThatThrownBy(() -> PathTemplate.of(path))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
