package fr.preau.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UrgentPagesTest {

    private static final UrgentExamples EXAMPLES = new UrgentExamples(new Examples());
    private static final Map<String, String> DOCUMENTS = EXAMPLES.documents();

    @Test
    void aScreenReaderSaysAnUrgentMessageOnceByItself() {
        assertThat(document("urgent").split("role=\"alert\"", -1)).hasSize(2);
    }

    @Test
    void whoCanNotHideItIsOfferedNoButton() {
        assertThat(document("urgent")).contains("Masquer");
        assertThat(EXAMPLES.urgent(false)).doesNotContain("Masquer");
    }

    @Test
    void onlyTheDepartementChoosesCollegesAndVisitors() {
        assertThat(document("banners")).contains("page de connexion", "Seulement certains");
        assertThat(document("banners-college"))
                .doesNotContain("page de connexion", "Seulement certains")
                .contains("action=\"/colleges/sevres/banners\"");
    }

    @Test
    void anAnnouncementUnderWaySaysHowFarItIsAndLooksAgainByItself() {
        assertThat(document("announcement"))
                .contains("41 sur 93", "hx-trigger=\"every 2s\"", "En attente")
                .contains("35\u202f000 personnes");
    }

    private static String document(String name) {
        return String.valueOf(DOCUMENTS.get(name));
    }
}
