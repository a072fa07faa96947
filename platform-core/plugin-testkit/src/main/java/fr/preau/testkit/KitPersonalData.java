package fr.preau.testkit;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.core.data.ModuleAnswer;
import fr.preau.core.data.PersonsData;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** What the module keeps of a person, asked as the host asks for it. */
public final class KitPersonalData {

    private final PersonsData persons;
    private final String module;

    KitPersonalData(PersonsData persons, String module) {
        this.persons = persons;
        this.module = module;
    }

    /**
     * All that it keeps about a person at their collège.
     *
     * @return empty when the module declares that it keeps nothing about persons
     * @throws KitFailure when the module fails
     */
    public Optional<List<JsonObject>> export(KitPerson person) {
        return said(persons.export(person.college().uai(), person.id()))
                .map(records -> records.stream().map(KitPersonalData::read).toList());
    }

    /**
     * Erases what it keeps about a person at their collège.
     *
     * @return empty when the module declares that it keeps nothing about persons
     * @throws KitFailure when the module fails
     */
    public Optional<ErasureReport> erase(KitPerson person) {
        return said(persons.erase(person.college().uai(), person.id()));
    }

    private <T> Optional<T> said(List<ModuleAnswer<T>> answers) {
        return answers.stream()
                .filter(answer -> answer.module().equals(module))
                .findFirst()
                .flatMap(
                        answer -> {
                            if (answer.outcome() == ModuleAnswer.Outcome.UNANSWERED) {
                                throw new KitFailure(module + " fails to answer for a person");
                            }
                            return answer.said();
                        });
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
