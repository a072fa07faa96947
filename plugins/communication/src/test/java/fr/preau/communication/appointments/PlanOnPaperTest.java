package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.Paper;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plans of an evening as PDF: at the door of each teacher, and in the hand of a family. */
@PreauTest
class PlanOnPaperTest {

    private static final String JULIE = "Julie Faure";

    private final PreauKit kit;

    PlanOnPaperTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void eachTeacherHasAPageOfTheirOwn() {
        Evening evening = Evening.open(kit, "5eA", "5eB");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        KitAnswer plan =
                kit.as(kit.staff(StaffFunction.PRINCIPAL)).get(evening.address() + "/plan.pdf");
        List<String> pages = Paper.pages(plan);

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.stream().filter(page -> page.contains(JULIE)).toList())
                .singleElement()
                .asString()
                .contains(
                        "17 h 10 " + kit.pupil().displayName() + " 5eA",
                        kit.guardian().displayName());
        assertThat(plan.statements()).isLessThanOrEqualTo(8);
    }

    @Test
    void aTeacherHasTheirOwnPlanAndNobodyElsesOne() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");
        String address = "/hosts/" + evening.plan(JULIE).host() + "/plan.pdf";

        assertThat(Paper.text(kit.as(kit.teacher()).get(address)))
                .contains("Plan des rendez-vous", "17 h 10", kit.pupil().displayName());
        assertThat(kit.as(kit.college().otherTeacher()).get(address).status()).isEqualTo(404);
        assertThat(kit.as(kit.guardian()).get(address).status()).isEqualTo(403);
    }

    @Test
    void aFamilyHasTheirAppointmentsOnPaper() {
        Evening evening = Evening.open(kit, "5eA");
        String address = evening.address() + "/family.pdf";
        assertThat(Paper.text(kit.as(kit.guardian()).get(address)))
                .contains("Aucun rendez-vous réservé");

        evening.book(kit.guardian(), JULIE, "17 h 10");

        assertThat(Paper.text(kit.as(kit.guardian()).get(address)))
                .contains("Vos rendez-vous", "17 h 10 " + JULIE + " " + kit.pupil().displayName());
        assertThat(Paper.text(kit.as(kit.guardianOfTwo()).get(address)))
                .contains("Aucun rendez-vous réservé")
                .doesNotContain("17 h 10");
        assertThat(kit.as(kit.teacher()).get(address).status()).isEqualTo(403);
    }
}
