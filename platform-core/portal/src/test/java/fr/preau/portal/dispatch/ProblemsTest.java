package fr.preau.portal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.route.Violations;
import fr.preau.portal.pages.ProblemPage;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final ProblemPage refused =
            new ProblemPage(422, "release-refused", "Non", "Rien n’a été enregistré.", null);

    @Test
    void aProgramReadsTheReasonInTheWordsOfTheHost() {
        assertThat(Problems.json(refused.because("line 1: /id"), Violations.none()))
                .contains("\"detail\":\"Rien n’a été enregistré. line 1: /id\"");
        assertThat(Problems.json(refused, Violations.none()))
                .contains("\"detail\":\"Rien n’a été enregistré.\"");
    }
}
