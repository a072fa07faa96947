package fr.preau.communication.circulars;

import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What all proofs of circulars say alike. */
final class ProofParts {

    private static final DateTimeFormatter FIGURES =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private ProofParts() {}

    /**
     * The circular itself, below what comes first.
     *
     * @param title its own, or what is said where nobody is to read it any more
     */
    static Facts circular(Circular circular, String title, Stream<Fact> more) {
        Stream<Fact> own =
                Stream.of(
                        fact("circular", title),
                        fact("author", circular.authorName()),
                        fact("sent", moment(circular.sentAt())),
                        fact("asked", Wording.of("circulars.kind." + circular.kind())),
                        fact("from", Wording.of("circulars.required." + circular.requiredFrom())),
                        fact("deadline", FrenchDays.day(circular.deadline())));
        return new Facts(Stream.concat(own, more).toList());
    }

    static Fact fact(String key, String value) {
        return new Fact(Wording.of("circulars.proof." + key), value);
    }

    static Fact seal(String key, String value) {
        return new Fact(Wording.of("circulars.proof." + key), value, true);
    }

    /** A day and an hour in Paris, to the second. */
    static String moment(Instant instant) {
        ZonedDateTime here = instant.atZone(SchoolCalendar.ZONE);
        return Wording.of(
                "circulars.proof.moment",
                FrenchDays.day(here.toLocalDate()),
                "%02d:%02d:%02d".formatted(here.getHour(), here.getMinute(), here.getSecond()));
    }

    /** The same in figures, for a table. */
    static String shortly(Instant instant) {
        return FIGURES.format(instant.atZone(SchoolCalendar.ZONE));
    }

    /** What was answered, a line for each question. */
    static String given(Circular circular, CircularAnswer answer) {
        List<Question> questions = circular.questions();
        if (questions.isEmpty()) {
            return Wording.of("circulars.proof.given." + circular.kind());
        }
        List<String> said = Said.of(questions, answer.given());
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < said.size(); at++) {
            String label = questions.get(at).label();
            lines.add(
                    label.isEmpty()
                            ? said.get(at)
                            : Wording.of("circulars.proof.said", label, said.get(at)));
        }
        return String.join("\n", lines);
    }
}
