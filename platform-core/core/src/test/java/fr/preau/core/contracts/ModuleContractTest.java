package fr.preau.core.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.preau.api.event.Listener;
import fr.preau.api.event.school.PupilAbsent;
import fr.preau.api.job.Job;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import fr.preau.api.service.OfferedService;
import fr.preau.core.routes.RecordJson;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That a module brings what its manifest says, and only that. */
class ModuleContractTest {

    /** Overloaded, which no name can tell apart. */
    public interface Overloaded {
        int meals(int week);

        int meals(String week);
    }

    /** Answers with what JSON can't hold. */
    public interface Streaming {
        Iterable<String> meals();
    }

    private record Canteen(
            List<Listener<?>> listeners, List<OfferedService<?>> services, List<Job> jobs)
            implements Plugin {

        @Override
        public List<Route<?, ?>> routes() {
            return List.of();
        }
    }

    private static final Listener<PupilAbsent> ABSENCES =
            Listener.to(PupilAbsent.class, (delivery, fact) -> {});

    private final RecordJson json = new RecordJson();

    @AfterEach
    void close() {
        json.close();
    }

    private static Job job(Job.Schedule schedule) {
        return new Job("bill", schedule, run -> {});
    }

    private ModuleContract contract(
            Set<String> listens,
            Set<String> offers,
            Map<String, Job.Schedule> jobs,
            Plugin plugin) {
        return new ModuleContract(
                new ModuleWords("canteen", Set.of(), listens, offers, Map.of(), jobs),
                plugin,
                json);
    }

    @Test
    void whatIsDeclaredAndBroughtIsFoundByItsName() {
        Job.Schedule nightly = new Job.Daily(LocalTime.of(2, 30));
        ModuleContract contract =
                contract(
                        Set.of("school-life.PupilAbsent"),
                        Set.of(),
                        Map.of("bill", nightly),
                        new Canteen(List.of(ABSENCES), List.of(), List.of(job(nightly))));
        assertThat(contract.listener("school-life.PupilAbsent")).contains(ABSENCES);
        assertThat(contract.job("bill")).isPresent();
        assertThat(contract.service("canteen.Meals")).isEmpty();
    }

    @Test
    void aListenerThatIsNotDeclaredOrMissingIsRefused() {
        Canteen listening = new Canteen(List.of(ABSENCES), List.of(), List.of());
        Canteen deaf = new Canteen(List.of(), List.of(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contract(Set.of(), Set.of(), Map.of(), listening))
                .withMessageContaining("events.listens");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contract(Set.of("a.B"), Set.of(), Map.of(), deaf))
                .withMessageContaining("events.listens");
    }

    @Test
    void twoListenersToOneFactAreRefused() {
        Canteen twice = new Canteen(List.of(ABSENCES, ABSENCES), List.of(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                contract(
                                        Set.of("school-life.PupilAbsent"),
                                        Set.of(),
                                        Map.of(),
                                        twice))
                .withMessageContaining("twice");
    }

    @Test
    void aServiceThatJsonCanNotCarryIsRefused() {
        refused(Overloaded.class, "several methods called meals");
        refused(Streaming.class, "can't be read from JSON");
        refused(String.class, "is not an interface");
    }

    private <S> void refused(Class<S> type, String reason) {
        S provider = type.cast(type.isInterface() ? proxy(type) : "");
        Canteen offering =
                new Canteen(
                        List.of(),
                        List.of(OfferedService.of("canteen.Meals", type, provider)),
                        List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contract(Set.of(), Set.of("canteen.Meals"), Map.of(), offering))
                .withMessageContaining(reason);
    }

    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null);
    }

    @Test
    void aJobThatIsDueAtAnotherTimeThanDeclaredIsRefused() {
        Canteen plugin =
                new Canteen(List.of(), List.of(), List.of(job(new Job.Every(Duration.ofHours(1)))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                contract(
                                        Set.of(),
                                        Set.of(),
                                        Map.of("bill", new Job.Every(Duration.ofHours(2))),
                                        plugin))
                .withMessageContaining("not due as its manifest says");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Job.Every(Duration.ofSeconds(59)))
                .withMessageContaining("once a minute");
    }
}
