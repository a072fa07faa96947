package fr.preau.core.data;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.FaultNote;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.data.ModuleAnswer.Outcome;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the modules of a collège know of a person, put together for whoever has the right to it, or
 * erased. Every module that keeps something there is asked, also where it is switched off.
 */
public final class PersonsData {

    private static final Logger LOG = LoggerFactory.getLogger(PersonsData.class);

    private final UnitsOfWork units;
    private final ModuleData data;
    private final ModuleGate gate;
    private final CallGate calls;

    public PersonsData(UnitsOfWork units, ModuleData data, ModuleGate gate, CallGate calls) {
        this.units = units;
        this.data = data;
        this.gate = gate;
        this.calls = calls;
    }

    /** All that the modules keep about a person at a collège, each record as a JSON text. */
    public List<ModuleAnswer<List<String>>> export(Uai uai, PersonId person) {
        return asked(
                uai,
                (contract, knowledge) ->
                        knowledge.export(person).stream()
                                .map(record -> contract.json().write(record))
                                .toList());
    }

    /** Erases what the modules keep about a person at a collège, each in its own transaction. */
    public List<ModuleAnswer<ErasureReport>> erase(Uai uai, PersonId person) {
        return asked(uai, (contract, knowledge) -> knowledge.erase(person));
    }

    private <T> List<ModuleAnswer<T>> asked(
            Uai uai, BiFunction<ModuleContract, PersonalData, T> question) {
        return data.modulesAt(uai).stream().map(module -> asked(uai, module, question)).toList();
    }

    private <T> ModuleAnswer<T> asked(
            Uai uai, String module, BiFunction<ModuleContract, PersonalData, T> question) {
        try {
            return gate.callKnowing(uai, module, plugin -> answer(plugin, uai, question))
                    .orElseGet(() -> ModuleAnswer.unanswered(module));
        } catch (RuntimeException | Error e) {
            // One module that fails does not take the others' answers away.
            LOG.error("{} did not answer for a person at {}: {}", module, uai, FaultNote.of(e));
            return ModuleAnswer.unanswered(module);
        }
    }

    /** On a thread of the module's, in a transaction at the collège. */
    private <T> ModuleAnswer<T> answer(
            LivePlugin plugin, Uai uai, BiFunction<ModuleContract, PersonalData, T> question) {
        ModuleContract contract = plugin.contract();
        Optional<T> said =
                contract.personalData()
                        .map(
                                knowledge ->
                                        calls.call(
                                                plugin,
                                                uai,
                                                CallKind.TASK,
                                                () ->
                                                        units.write(
                                                                DatabaseSpace.of(uai),
                                                                unit ->
                                                                        question.apply(
                                                                                contract,
                                                                                knowledge))));
        return new ModuleAnswer<>(
                plugin.id(),
                plugin.manifest().title(),
                plugin.manifest().version(),
                said.isPresent() ? Outcome.ANSWERED : Outcome.KNOWS_NOBODY,
                said);
    }
}
