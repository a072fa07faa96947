package fr.preau.core.data;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.school.College;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.data.ModuleAnswer.Outcome;
import fr.preau.core.notices.NoticesOfPerson;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a collège does for a person with what modules keep of them: it hands all of it over to them,
 * and has it erased once they have been away for the delay of the Département. Both stand in the
 * journal; an erasure also before it is done, for what a node that dies has erased stays erased.
 */
public final class PersonRights {

    private static final String EXPORTED = "person-data-exported";
    private static final String ERASURE_ASKED = "person-erasure-asked";
    private static final String ERASED = "person-data-erased";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("fr.preau.core.data.texts", Locale.FRANCE);

    private final UnitsOfWork units;
    private final PersonsData persons;
    private final NoticesOfPerson notices;
    private final AuditLog audit;
    private final Clock clock;
    private final Duration delay;

    /**
     * @param delay between leaving and being erased
     */
    public PersonRights(
            UnitsOfWork units,
            PersonsData persons,
            NoticesOfPerson notices,
            AuditLog audit,
            Clock clock,
            Duration delay) {
        this.units = units;
        this.persons = persons;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
        this.delay = delay;
    }

    /** Between leaving and being erased. */
    public Duration delay() {
        return delay;
    }

    /** Whether somebody has been away for the delay. */
    public boolean mayErase(RegisteredPerson person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        return person.erasableFrom(delay.toDays()).filter(day -> !day.isAfter(today)).isPresent();
    }

    /** Asks all modules of a collège for what they keep of a person, and Préau for its notices. */
    public List<ModuleAnswer<List<String>>> export(Actor actor, Uai uai, RegisteredPerson person) {
        List<ModuleAnswer<List<String>>> answers =
                new ArrayList<>(persons.export(uai, person.id()));
        List<String> told = notices.export(uai, person.id());
        if (!told.isEmpty()) {
            answers.add(ofNotices(told));
        }
        write(actor, EXPORTED, uai, person, said(answers));
        return answers;
    }

    /**
     * Has all modules of a collège erase what they keep of a person who has left.
     *
     * @throws IllegalStateException if that person may not be erased yet
     */
    public List<ModuleAnswer<ErasureReport>> erase(Actor actor, Uai uai, RegisteredPerson person) {
        if (!mayErase(person)) {
            throw new IllegalStateException(person.id() + " may not be erased yet");
        }
        write(actor, ERASURE_ASKED, uai, person, "");
        List<ModuleAnswer<ErasureReport>> answers =
                new ArrayList<>(persons.erase(uai, person.id()));
        int told = notices.erase(uai, person.id());
        if (told > 0) {
            answers.add(ofNotices(ErasureReport.erased(told)));
        }
        write(actor, ERASED, uai, person, said(answers));
        return answers;
    }

    private static <T> ModuleAnswer<T> ofNotices(T said) {
        return new ModuleAnswer<>(
                "notifications", text("person.notices"), "", Outcome.ANSWERED, Optional.of(said));
    }

    /** The modules, and which of them could not be asked. */
    private static <T> String said(List<ModuleAnswer<T>> answers) {
        return answers.stream()
                .map(
                        answer ->
                                answer.outcome() == Outcome.UNANSWERED
                                        ? text("person.unanswered", answer.module())
                                        : answer.module())
                .collect(Collectors.joining(", "));
    }

    private void write(Actor actor, String act, Uai uai, RegisteredPerson person, String detail) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    audit.write(unit, actor, act, person.id().toString(), uai.value(), detail);
                    return true;
                });
    }

    /**
     * Writes what modules answered as a ZIP: a word on how to read it, and a JSON text a module.
     *
     * @param out stays open
     */
    public void write(
            College college,
            RegisteredPerson person,
            List<ModuleAnswer<List<String>>> answers,
            OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        String readme =
                text(
                        "person.readme",
                        person.displayName(),
                        college.name(),
                        college.uai().value(),
                        clock.instant(),
                        answers.stream()
                                .map(answer -> "- " + about(answer))
                                .collect(Collectors.joining("\n")));
        put(zip, "LISEZ-MOI.txt", readme);
        for (ModuleAnswer<List<String>> answer : answers) {
            if (answer.said().isPresent()) {
                put(zip, answer.module() + ".json", json(answer.said().get()));
            }
        }
        zip.finish();
    }

    private static String about(ModuleAnswer<List<String>> answer) {
        return switch (answer.outcome()) {
            case ANSWERED ->
                    text(
                            "person.answered",
                            answer.title(),
                            answer.said().map(List::size).orElse(0));
            case KNOWS_NOBODY -> text("person.knows-nobody", answer.title());
            case UNANSWERED -> text("person.unanswered", answer.title());
        };
    }

    private static String json(List<String> records) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String record : records) {
            try (JsonReader reader = Json.createReader(new StringReader(record))) {
                array.add(reader.readValue());
            }
        }
        return array.build().toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String text(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key), Locale.FRANCE).format(arguments);
    }
}
