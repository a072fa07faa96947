package fr.preau.core.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.api.service.OfferedService;
import fr.preau.api.service.ServiceFailed;
import fr.preau.api.service.Services;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.ModuleWords.Presence;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlayedModules;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How one module asks another one without a class in common. */
class ServiceCallsTest {

    private static final String MEALS = "canteen.Meals";
    private static final Uai SEVRES = TwoColleges.SEVRES;
    private static final PersonId ANAIS = PersonId.of("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    /** What the canteen offers, as the canteen has it. */
    public static final class OfCanteen {

        private OfCanteen() {}

        /** Of the canteen. */
        public record Meal(LocalDate day, String dish, int cents, List<String> allergens) {}

        /** Of the canteen. */
        public interface Meals {
            List<Meal> booked(PersonId pupil, LocalDate from, boolean alsoCancelled);

            Optional<Meal> on(LocalDate day);

            int book(PersonId pupil, Meal meal);

            void free(PersonId pupil);
        }
    }

    /** What who asks has copied of it: less of some, more of other things. */
    public static final class OfPedagogy {

        private OfPedagogy() {}

        /** Without the price, and with what the canteen does not say. */
        public record Meal(LocalDate day, String dish, Optional<String> origin) {}

        /** Of who asks. */
        public interface Meals {
            List<Meal> booked(PersonId pupil, LocalDate from);

            Optional<Meal> on(LocalDate day);

            int book(PersonId pupil, Meal meal);

            void free(PersonId pupil);

            String newerThanTheCanteen();
        }
    }

    private class Canteen implements OfCanteen.Meals {

        @Override
        public List<OfCanteen.Meal> booked(PersonId pupil, LocalDate from, boolean cancelled) {
            return List.of(new OfCanteen.Meal(from, "gratin " + cancelled, 320, List.of("lait")));
        }

        @Override
        public Optional<OfCanteen.Meal> on(LocalDate day) {
            return day.equals(DAY)
                    ? Optional.of(new OfCanteen.Meal(day, "gratin", 320, List.of()))
                    : Optional.empty();
        }

        @Override
        public int book(PersonId pupil, OfCanteen.Meal meal) {
            colleges.changeHere(
                    "INSERT INTO school_group (id, code, name) VALUES (UUID(), ?, ?)",
                    meal.dish(),
                    meal.allergens() + " " + meal.cents());
            return 7;
        }

        @Override
        public void free(PersonId pupil) {
            throw new UnsupportedOperationException("secret of the canteen");
        }
    }

    private final UnitsOfWork units = new UnitsOfWork(TestDatabase.get().pool(2));
    private final TwoColleges colleges = TwoColleges.open(units, HandClock.now());
    private final PlayedModules modules = new PlayedModules(SEVRES, TwoColleges.NANTERRE);
    private final ServiceCalls calls = new ServiceCalls(units, modules, modules);
    private final RecordJson json = new RecordJson();
    private final Services services = new ModuleServices(words("pedagogy", Set.of()), json, calls);

    ServiceCallsTest() throws Exception {
        colleges.without("school_group");
        offer(new Canteen());
    }

    @AfterEach
    void end() {
        json.close();
    }

    private static ModuleWords words(String id, Set<String> offers) {
        return new ModuleWords(
                id, Set.of(), Set.of(), offers, Map.of(MEALS, Presence.OPTIONAL), Map.of());
    }

    private void offer(OfCanteen.Meals meals) {
        modules.run(
                words("canteen", Set.of(MEALS)),
                new Plugin() {
                    @Override
                    public List<Route<?, ?>> routes() {
                        return List.of();
                    }

                    @Override
                    public List<OfferedService<?>> services() {
                        return List.of(OfferedService.of(MEALS, OfCanteen.Meals.class, meals));
                    }
                });
    }

    private <T> T reading(Function<Services, T> work) {
        return units.read(DatabaseSpace.of(SEVRES), unit -> work.apply(services));
    }

    private static OfPedagogy.Meals meals(Services services) {
        return services.find(MEALS, OfPedagogy.Meals.class).orElseThrow();
    }

    private List<String> bookings() {
        return colleges.ask(SEVRES, "SELECT CONCAT(code, ' ', name) FROM school_group");
    }

    @Test
    void argumentsAndAnswersGoOverIntoTheRecordsOfTheOtherSide() {
        assertThat(this.<List<OfPedagogy.Meal>>reading(s -> meals(s).booked(ANAIS, DAY)))
                .as("an argument more is false, a price less is left out")
                .containsExactly(new OfPedagogy.Meal(DAY, "gratin false", Optional.empty()));
        assertThat(
                        this.<Optional<OfPedagogy.Meal>>reading(s -> meals(s).on(DAY))
                                .map(OfPedagogy.Meal::dish))
                .contains("gratin");
        assertThat(this.<Optional<OfPedagogy.Meal>>reading(s -> meals(s).on(DAY.plusDays(1))))
                .isEmpty();
    }

    @Test
    void whatTheOtherModuleWritesIsInTheSameUnitOfWork() {
        OfPedagogy.Meal meal = new OfPedagogy.Meal(DAY, "gratin", Optional.empty());
        int number =
                units.write(
                        DatabaseSpace.of(SEVRES),
                        unit -> {
                            int booked = meals(services).book(ANAIS, meal);
                            assertThat(colleges.askHere("SELECT name FROM school_group"))
                                    .containsExactly("[] 0");
                            return booked;
                        });
        assertThat(number).isEqualTo(7);
        assertThat(bookings()).containsExactly("gratin [] 0");

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                units.write(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            meals(services)
                                                    .book(
                                                            ANAIS,
                                                            new OfPedagogy.Meal(
                                                                    DAY, "riz", Optional.empty()));
                                            throw new IllegalStateException("changed my mind");
                                        }));
        assertThat(bookings()).containsExactly("gratin [] 0");
    }

    @Test
    void aModuleThatIsOffIsSimplyNotThere() {
        modules.switchOff(SEVRES, "canteen");
        assertThat(
                        this.<Optional<OfPedagogy.Meals>>reading(
                                s -> s.find(MEALS, OfPedagogy.Meals.class)))
                .isEmpty();
        assertThat(this.<Boolean>reading(s -> s.isAvailable(MEALS))).isFalse();

        modules.switchOn(SEVRES, "canteen");
        assertThat(this.<Boolean>reading(s -> s.isAvailable(MEALS))).isTrue();
    }

    @Test
    void whatWasFoundBeforeFailsWithWordsOnceTheModuleIsOff() {
        OfPedagogy.Meals kept = reading(ServiceCallsTest::meals);
        modules.switchOff(SEVRES, "canteen");
        assertThatExceptionOfType(ServiceFailed.class)
                .isThrownBy(() -> reading(s -> kept.on(DAY)))
                .withMessage("canteen.Meals: the module does not answer at this collège");
    }

    @Test
    void aProviderThatThrowsIsOneExceptionWithoutItsClasses() {
        assertThatExceptionOfType(ServiceFailed.class)
                .isThrownBy(
                        () ->
                                reading(
                                        s -> {
                                            meals(s).free(ANAIS);
                                            return true;
                                        }))
                .withMessage("canteen.Meals: the module failed")
                .satisfies(e -> assertThat(e.getCause()).isNull())
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
    }

    @Test
    void aPageThatOnlyReadsMayGoOnWithoutTheAnswer() {
        assertThat(this.<String>reading(s -> withoutFail(s, "did without")))
                .isEqualTo("did without");
    }

    @Test
    void workThatChangesSomethingMayNotGoOnByHalves() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                units.write(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            meals(services)
                                                    .book(
                                                            ANAIS,
                                                            new OfPedagogy.Meal(
                                                                    DAY, "riz", Optional.empty()));
                                            return withoutFail(services, "went on");
                                        }))
                .withMessageContaining("nothing of this can be committed: the service canteen");
        assertThat(bookings()).isEmpty();
    }

    private static String withoutFail(Services services, String otherwise) {
        try {
            meals(services).free(ANAIS);
            return "freed";
        } catch (ServiceFailed e) {
            return otherwise;
        }
    }

    @Test
    void aProviderThatIsTooOldSaysSo() {
        assertThatExceptionOfType(ServiceFailed.class)
                .isThrownBy(() -> reading(s -> meals(s).newerThanTheCanteen()))
                .withMessageContaining("does not know « newerThanTheCanteen »");
    }

    @Test
    void modulesThatAskEachOtherInACircleAreStopped() {
        int[] asked = new int[1];
        offer(
                new Canteen() {
                    @Override
                    public Optional<OfCanteen.Meal> on(LocalDate day) {
                        asked[0]++;
                        meals(services).on(day);
                        return Optional.empty();
                    }
                });

        assertThatExceptionOfType(ServiceFailed.class)
                .isThrownBy(() -> reading(s -> meals(s).on(DAY)));
        assertThat(asked[0]).isEqualTo(ServiceCalls.DEEPEST);

        offer(new Canteen());
        assertThat(this.<Optional<OfPedagogy.Meal>>reading(s -> meals(s).on(DAY)))
                .as("the count is given back")
                .isPresent();
    }

    @Test
    void aServiceThatTheManifestDoesNotDeclareIsNotGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading(s -> s.isAvailable("payment.Invoices")))
                .withMessageContaining("pedagogy does not declare that it uses");
    }

    @Test
    void anAnswerWithoutMeasureIsRefused() {
        offer(
                new Canteen() {
                    @Override
                    public Optional<OfCanteen.Meal> on(LocalDate day) {
                        return Optional.of(
                                new OfCanteen.Meal(
                                        day, "x".repeat(ServiceCalls.LARGEST), 0, List.of()));
                    }
                });
        assertThatExceptionOfType(ServiceFailed.class)
                .isThrownBy(() -> reading(s -> meals(s).on(DAY)))
                .withMessageContaining("the answer is too large");
    }

    @Test
    void outsideOfAUnitOfWorkNobodyIsAsked() {
        assertThatIllegalStateException()
                .isThrownBy(() -> services.isAvailable(MEALS))
                .withMessageContaining("no unit of work");
    }
}
