package fr.preau.core.modules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a switch changes, and what it leaves in the journal. */
class ModuleStatesTest {

    private static final Uai SEVRES = new Uai("0921244C");
    private static final Uai NANTERRE = new Uai("0920077J");
    private static final String SINCE =
            "SELECT CONCAT(since, ' ', changed_by) FROM module_state WHERE uai = '0921244C'";

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static PlatformTables platform;

    private final HandClock clock = HandClock.now();
    private final AuditLog audit = new AuditLog(units, clock, PlatformTables.IDS);
    private final ModuleStates states = new ModuleStates(units, audit, clock);

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        platform = new PlatformTables(units);
    }

    @BeforeEach
    void twoColleges() {
        platform.empty();
        platform.college(SEVRES.value(), "sevres");
        platform.college(NANTERRE.value(), "nanterre");
    }

    private UUID turn(String who, List<Uai> colleges, boolean enabled) {
        UUID act = PlatformTables.IDS.generate();
        states.switchModule(new Actor(null, who), act, "canteen", colleges, enabled);
        return act;
    }

    private List<String> acts() {
        return audit.page(1).items().stream()
                .map(entry -> entry.act() + " " + entry.collegeSlug())
                .toList();
    }

    @Test
    void aSwitchActsAtOnceAndSaysWhoPressedIt() {
        turn("Awa", List.of(SEVRES), true);

        assertThat(states.isOn(SEVRES, "canteen")).isTrue();
        assertThat(states.isOn(NANTERRE, "canteen")).isFalse();
        assertThat(acts()).containsExactly("module-enabled sevres");
        assertThat(platform.ask(SINCE)).endsWith(" Awa");
    }

    @Test
    void whoPressesASecondTimeChangesNothingAndLeavesNoTrace() {
        turn("Awa", List.of(SEVRES), true);
        String before = platform.ask(SINCE);
        clock.advance(Duration.ofMinutes(1));

        turn("Bruno", List.of(SEVRES), true);

        assertThat(platform.ask(SINCE)).isEqualTo(before);
        assertThat(acts()).containsExactly("module-enabled sevres");
    }

    @Test
    void switchingOffWhatNobodySwitchedOnLeavesNoTraceButIsADecision() {
        turn("Awa", List.of(SEVRES), false);
        states.startWith(SEVRES, List.of("canteen"));

        assertThat(acts()).isEmpty();
        assertThat(states.isOn(SEVRES, "canteen")).isFalse();
    }

    @Test
    void twoWhoPressTheSameSwitchAtOnceChangeItOnce() {
        for (int round = 0; round < 40; round++) {
            String module = "module-" + round;
            CompletableFuture<Void> other = pressing(module, List.of(NANTERRE, SEVRES));
            CompletableFuture<Void> one = pressing(module, List.of(SEVRES, NANTERRE));
            CompletableFuture.allOf(one, other).join();
        }

        assertThat(platform.ask("SELECT COUNT(*) FROM audit_entry")).isEqualTo("80");
    }

    private CompletableFuture<Void> pressing(String module, List<Uai> colleges) {
        return CompletableFuture.runAsync(
                () ->
                        states.switchModule(
                                new Actor(null, "Awa"),
                                PlatformTables.IDS.generate(),
                                module,
                                colleges,
                                true));
    }

    @Test
    void anActKnowsTheCollegesItChangedAndNoOther() {
        turn("Awa", List.of(SEVRES), true);

        UUID act = turn("Bruno", List.of(SEVRES, NANTERRE), true);

        assertThat(audit.together(act))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.collegeSlug()).isEqualTo("nanterre");
                            assertThat(entry.actorName()).isEqualTo("Bruno");
                        });
    }
}
