package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whole levels are asked to an evening, as they are to a survey. */
@PreauTest
class LevelsOfEveningTest {

    private final PreauKit kit;

    LevelsOfEveningTest(PreauKit kit) {
        this.kit = kit;
        kit.clock().set(Evening.MONDAY);
    }

    @Test
    void theLevelsOfTheCollegeAreOfferedTheYoungestFirst() {
        for (String name : List.of("3eA", "6eB", "4eC", "6eA", "ULIS")) {
            kit.aPupil().named("Zoé", "Roux").inClass(name).create();
        }

        KitAnswer form = kit.as(principal()).get("/meetings/new");

        assertThat(form.as(MeetingFormPage.class).levels())
                .extracting(MeetingFormPage.Option::name)
                .containsExactly("6e", "5e", "4e", "3e");
        assertThat(form.html()).contains("Niveaux entiers");
    }

    @Test
    void aLevelAsksTheFamiliesOfItsClassesAndNoOthers() {
        KitPerson pupil = kit.aPupil().named("Noé", "Petit").inClass("4eA").create();
        KitPerson fourth = kit.aGuardian().named("Ève", "Petit").of(pupil).create();

        Evening evening = open("5e");

        assertThat(evening.seenBy(kit.guardianOfTwo()).children()).hasSize(2);
        assertThat(evening.seenBy(kit.guardian()).children()).hasSize(1);
        assertThat(kit.as(fourth).get(evening.address() + "/book").status()).isEqualTo(404);
        assertThat(kit.notices(fourth)).isEmpty();
    }

    @Test
    void aClassThatIsTickedBesideItsLevelIsAskedOnce() {
        Form form = Evening.form(kit, UUID.randomUUID(), "5eA").with("levels", "5e");

        assertThat(kit.as(principal()).post("/meetings/new", form).status()).isEqualTo(200);

        assertThat(kit.notices(kit.guardian())).hasSize(1);
    }

    @Test
    void aLevelThatIsNotThereIsRefusedAndWhatWasTickedStays() {
        for (String level : List.of("4e", "2e", "5", "' OR 1=1 --")) {
            Form form =
                    Evening.form(kit, UUID.randomUUID(), "5eA")
                            .with("levels", "5e")
                            .with("levels", level);

            KitAnswer refused = kit.as(principal()).inBrowser().post("/meetings/new", form);

            assertThat(refused.status()).as(level).isEqualTo(422);
            assertThat(refused.html())
                    .contains("Un de ces niveaux n’existe pas ici", "value=\"5e\" checked");
        }
        assertThat(kit.notices(kit.guardian())).isEmpty();
    }

    @Test
    void aTeacherOffersOwnHoursToLevelsOfTheirOwnClassesOnly() {
        kit.aPupil().named("Noé", "Petit").inClass("4eA").create();

        Form fourth = Evening.form(kit, UUID.randomUUID()).with("levels", "4e");
        Form fifth = Evening.form(kit, UUID.randomUUID()).with("levels", "5e");

        assertThat(kit.as(kit.teacher()).inBrowser().post("/hours/new", fourth).status())
                .isEqualTo(422);
        assertThat(kit.as(kit.teacher()).post("/hours/new", fifth).status()).isEqualTo(200);
    }

    private Evening open(String level) {
        UUID key = UUID.randomUUID();
        KitAnswer opened =
                kit.as(principal())
                        .post("/meetings/new", Evening.form(kit, key).with("levels", level));
        assertThat(opened.status()).as("%s", opened.json()).isEqualTo(200);
        return new Evening(kit, key);
    }

    private KitPerson principal() {
        return kit.staff(StaffFunction.PRINCIPAL);
    }
}
