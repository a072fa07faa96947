package fr.preau.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.preau.core.contracts.ModuleNeeds.Loss;
import fr.preau.core.contracts.ModuleWords.Presence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who needs whom. */
class ModuleNeedsTest {

    private static final Set<String> ALL = Set.of("canteen", "payment", "school-life", "pedagogy");

    private final ModuleNeeds needs =
            new ModuleNeeds(
                    List.of(
                            words("payment", Set.of(), Set.of("payment.Invoices"), Map.of()),
                            words(
                                    "canteen",
                                    Set.of("school-life.PupilAbsent"),
                                    Set.of("canteen.Meals"),
                                    Map.of("payment.Invoices", Presence.REQUIRED)),
                            words(
                                    "pedagogy",
                                    Set.of(),
                                    Set.of(),
                                    Map.of("canteen.Meals", Presence.REQUIRED)),
                            words(
                                    "school-life",
                                    Set.of(),
                                    Set.of(),
                                    Map.of("canteen.Meals", Presence.OPTIONAL))));

    private static ModuleWords words(
            String id, Set<String> listens, Set<String> offers, Map<String, Presence> uses) {
        return new ModuleWords(id, Set.of(), listens, offers, uses, Map.of());
    }

    @Test
    void aModuleAnswersOnlyWithAllThatItRequiresAndWhatThatRequires() {
        assertThat(needs.open(ALL)).isEqualTo(ALL);
        assertThat(needs.open(Set.of("canteen", "school-life", "pedagogy")))
                .containsExactly("school-life");
        assertThat(needs.missing("canteen", Set.of())).containsExactly("payment.Invoices");
        assertThat(needs.missing("pedagogy", Set.of("canteen"))).containsExactly("canteen.Meals");
        assertThat(needs.missing("school-life", Set.of())).isEmpty();
    }

    @Test
    void aModuleThatIsOnButRunsNowhereDoesNotAnswer() {
        assertThat(needs.open(Set.of("forum", "payment"))).containsExactly("payment");
    }

    @Test
    void anOfferThatWasTakenBackIsMissing() {
        ModuleNeeds older =
                new ModuleNeeds(
                        List.of(
                                words("payment", Set.of(), Set.of("payment.Invoices/2"), Map.of()),
                                words(
                                        "canteen",
                                        Set.of(),
                                        Set.of(),
                                        Map.of("payment.Invoices", Presence.REQUIRED))));
        assertThat(older.missing("canteen", Set.of("payment"))).containsExactly("payment.Invoices");
    }

    @Test
    void twoThatRequireEachOtherAnswerTogether() {
        ModuleNeeds pair =
                new ModuleNeeds(
                        List.of(
                                words("a", Set.of(), Set.of("a.A"), required("b.B")),
                                words("b", Set.of(), Set.of("b.B"), required("a.A"))));
        assertThat(pair.open(Set.of("a", "b"))).containsExactlyInAnyOrder("a", "b");
        assertThat(pair.missing("a", Set.of())).containsExactly("b.B");
    }

    private static Map<String, Presence> required(String name) {
        return Map.of(name, Presence.REQUIRED);
    }

    @Test
    void beforeAModuleIsSwitchedOffItIsToldWhoLosesWhat() {
        assertThat(needs.lossesWithout("payment", ALL))
                .containsExactly(
                        new Loss("canteen", Loss.Kind.CLOSES, Set.of("payment.Invoices")),
                        new Loss("pedagogy", Loss.Kind.CLOSES, Set.of("canteen.Meals")),
                        new Loss("school-life", Loss.Kind.LOSES_SERVICE, Set.of("canteen.Meals")));
        assertThat(needs.lossesWithout("school-life", ALL))
                .containsExactly(
                        new Loss(
                                "canteen",
                                Loss.Kind.HEARS_NOTHING,
                                Set.of("school-life.PupilAbsent")));
        assertThat(needs.lossesWithout("pedagogy", ALL)).isEmpty();
    }

    @Test
    void whatIsOffAlreadyLosesNothing() {
        assertThat(needs.lossesWithout("payment", Set.of("payment", "school-life"))).isEmpty();
    }

    @Test
    void aModuleGivesNamesOfItsOwnOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words("forum", Set.of(), Set.of("canteen.Meals"), Map.of()))
                .withMessageContaining("its names begin with « forum. »");
        assertThatIllegalArgumentException().isThrownBy(() -> ModuleWords.ownerOf("Meals"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleWords.ownerOf("canteen.Meals; DROP"));
        assertThat(ModuleWords.ownerOf("lost-and-found.Items/2")).isEqualTo("lost-and-found");
    }
}
