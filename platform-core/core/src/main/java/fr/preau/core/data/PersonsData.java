package fr.preau.core.data;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.FaultNote;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the modules of a collège know of a person, put together for whoever has the right to it, or
 * erased. Every module that keeps something there is asked, also where it is switched off.
 */
public final class PersonsData {

    private static final Logger LOG = LoggerFactory.getLogger(PersonsData.class);

    /**
     * What came of it.
     *
     * @param json what each module answered
     * @param unanswered the modules that keep something there and could not be asked
     */
    public record Answers(JsonObject json, List<String> unanswered) {

        public Answers {
            unanswered = List.copyOf(unanswered);
        }

        /** Whether every module has answered. */
        public boolean isComplete() {
            return unanswered.isEmpty();
        }
    }

    private final UnitsOfWork units;
    private final ModuleData data;
    private final ModuleGate gate;
    private final CallGate calls;
    private final Clock clock;

    public PersonsData(
            UnitsOfWork units, ModuleData data, ModuleGate gate, CallGate calls, Clock clock) {
        this.units = units;
        this.data = data;
        this.gate = gate;
        this.calls = calls;
        this.clock = clock;
    }

    /** All that the modules keep about a person at a collège. */
    public Answers export(Uai uai, PersonId person) {
        return asked(uai, person, plugin -> export(plugin, uai, person));
    }

    /** Erases what the modules keep about a person at a collège, each in its own transaction. */
    public Answers erase(Uai uai, PersonId person) {
        return asked(uai, person, plugin -> erase(plugin, uai, person));
    }

    /** Puts into an object what a module answered. */
    @FunctionalInterface
    private interface Question {
        JsonObjectBuilder to(LivePlugin plugin);
    }

    private Answers asked(Uai uai, PersonId person, Question question) {
        Set<String> modules = data.modulesAt(uai);
        List<String> unanswered = new ArrayList<>();
        JsonArrayBuilder answers = Json.createArrayBuilder();
        for (String module : modules) {
            JsonObjectBuilder answer = Json.createObjectBuilder().add("module", module);
            if (!answered(uai, module, question, answer)) {
                unanswered.add(module);
                answer.add("answered", false);
            }
            answers.add(answer);
        }
        JsonObject json =
                Json.createObjectBuilder()
                        .add("college", uai.value())
                        .add("person", person.toString())
                        .add("at", clock.instant().toString())
                        .add("modules", answers)
                        .build();
        return new Answers(json, unanswered);
    }

    private boolean answered(Uai uai, String module, Question question, JsonObjectBuilder answer) {
        try {
            return gate.callKnowing(
                            uai,
                            module,
                            plugin -> {
                                answer.add("title", plugin.manifest().title())
                                        .add("version", plugin.manifest().version())
                                        .addAll(question.to(plugin));
                                return true;
                            })
                    .orElse(false);
        } catch (RuntimeException | Error e) {
            // One module that fails does not take the others' answers away.
            LOG.error("{} did not answer for a person at {}: {}", module, uai, FaultNote.of(e));
            return false;
        }
    }

    private JsonObjectBuilder export(LivePlugin plugin, Uai uai, PersonId person) {
        return inside(
                plugin,
                uai,
                (contract, knowledge) -> {
                    JsonArrayBuilder records = Json.createArrayBuilder();
                    for (Record known : knowledge.export(person)) {
                        records.add(contract.json().tree(known));
                    }
                    return Json.createObjectBuilder().add("data", records);
                });
    }

    private JsonObjectBuilder erase(LivePlugin plugin, Uai uai, PersonId person) {
        return inside(
                plugin,
                uai,
                (contract, knowledge) -> {
                    ErasureReport report = knowledge.erase(person);
                    return Json.createObjectBuilder().add("report", contract.json().tree(report));
                });
    }

    /** On a thread of the module's, in a transaction at the collège. */
    private JsonObjectBuilder inside(
            LivePlugin plugin,
            Uai uai,
            BiFunction<ModuleContract, PersonalData, JsonObjectBuilder> work) {
        ModuleContract contract = plugin.contract();
        if (contract.personalData().isEmpty()) {
            return Json.createObjectBuilder().add("personalData", false);
        }
        PersonalData knowledge = contract.personalData().get();
        return calls.call(
                plugin,
                uai,
                CallKind.TASK,
                () -> units.write(DatabaseSpace.of(uai), unit -> work.apply(contract, knowledge)));
    }
}
