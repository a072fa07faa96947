package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.event.school.ClassAway;
import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.compatibility.CompatibilitySuite;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The module on the real host with an invented collège, and what is asked of every module. */
class NotesTest extends CompatibilitySuite {

    @Test
    void whatATeacherWritesEverybodyReads(PreauKit kit) {
        kit.as(kit.teacher()).post("/notes", Form.of("text", "Vente de gâteaux"));

        NotesPage seen = kit.as(kit.pupil()).get("/notes").as(NotesPage.class);
        assertThat(seen.notes().items())
                .extracting(NotesPage.Line::text)
                .containsExactly("Vente de gâteaux");
        assertThat(seen.mayWrite()).isFalse();
        assertThat(kit.as(kit.guardian()).card("newest").html()).contains("Vente de gâteaux");
    }

    @Test
    void aPupilReadsOnly(PreauKit kit) {
        KitAnswer answer = kit.as(kit.pupil()).post("/notes", Form.of("text", "Coucou"));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aNoteThatSaysNothingIsShownAgain(PreauKit kit) {
        KitAnswer answer =
                kit.as(kit.staff(StaffFunction.CPE)).post("/notes", Form.of("text", " "));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsKey("text");
    }

    @Test
    void aFormThatIsSentTwicePutsOneNoteUp(PreauKit kit) {
        Form form = Form.of("id", UUID.randomUUID().toString(), "text", "Vente de gâteaux");
        kit.as(kit.teacher()).post("/notes", form);
        kit.as(kit.teacher()).post("/notes", form);

        NotesPage seen = kit.as(kit.teacher()).get("/notes").as(NotesPage.class);
        assertThat(seen.notes().items()).hasSize(1);
    }

    @Test
    void anEmptyBoardSaysTuToAPupilAndVousToAnAdult(PreauKit kit) {
        assertThat(kit.as(kit.pupil()).get("/notes").html()).contains("Tu trouveras ici");
        assertThat(kit.as(kit.teacher()).get("/notes").html()).contains("Vous trouverez ici");
    }

    @Test
    void aClassThatIsAwayIsNoted(PreauKit kit) {
        Instant until = Instant.parse("2026-11-03T13:05:00Z");
        ClassAway away = new ClassAway(kit.college().schoolClass("5eA").id(), Instant.EPOCH, until);
        kit.publish(away, "5eA");

        NotesPage seen = kit.as(kit.guardian()).get("/notes").as(NotesPage.class);
        assertThat(seen.notes().items())
                .extracting(NotesPage.Line::text)
                .singleElement()
                .asString()
                .endsWith("Son retour est prévu mardi 3 novembre à 14 h 05.");
    }
}
