package fr.preau.communication.circulars;

import fr.preau.api.document.Document;
import fr.preau.api.document.DocumentPart;
import fr.preau.api.document.DocumentPart.Heading;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Notice;
import fr.preau.api.document.DocumentPart.Rows;
import fr.preau.api.document.DocumentPart.Text;
import fr.preau.api.page.Column;
import fr.preau.communication.wording.Wording;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole of a circular on paper: its text, each answer by class, who has not answered, and
 * whether all of it still is as it was sealed.
 *
 * @param answers all of them, as they came
 */
record CircularProof(
        Circular circular,
        SealPage seal,
        List<CircularAnswer> answers,
        List<MissingAnswer> missing) {

    /** More are counted; the page of the seal has them all. */
    private static final int FINDINGS = 20;

    /** So much of a seal tells it from all others of its circular. */
    private static final int SHOWN_OF_SEAL = 16;

    Document document() {
        List<DocumentPart> parts = new ArrayList<>();
        parts.add(new Notice(sealed()));
        if (seal.circular().replacedBy() != null) {
            parts.add(new Notice(Wording.of("circulars.proof.replaced")));
        }
        parts.add(
                ProofParts.circular(
                        circular,
                        circular.title(),
                        Stream.of(
                                ProofParts.fact("to", String.join(", ", circular.addressedTo())),
                                ProofParts.fact(
                                        "reach",
                                        Wording.of(
                                                "circulars.follow.reach",
                                                circular.familyCount(),
                                                circular.guardianCount())),
                                ProofParts.fact("answers", Integer.toString(seal.answers())),
                                ProofParts.seal("seal.circular", circular.seal()),
                                ProofParts.seal("seal.head", seal.head()))));
        parts.add(new Heading(Wording.of("circulars.proof.text")));
        parts.add(Text.of(circular.text()));
        parts.add(new Heading(Wording.of("circulars.proof.all")));
        if (answers.isEmpty()) {
            parts.add(new Note(Wording.of("circulars.proof.all.none")));
        }
        byClass().forEach((name, given) -> parts.add(table(name, given)));
        parts.add(new Heading(Wording.of("circulars.proof.missing")));
        parts.add(
                missing.isEmpty()
                        ? new Note(Wording.of("circulars.proof.missing.none"))
                        : missingTable());
        parts.add(new Note(Wording.of("circulars.proof.explained", SHOWN_OF_SEAL)));
        return new Document(Wording.of("circulars.proof.title", circular.title()), parts);
    }

    private String sealed() {
        if (seal.intact()) {
            return Wording.of("circulars.seal.intact.text", seal.answers());
        }
        Stream<String> changed =
                seal.circularChanged() && seal.changedParts().isEmpty()
                        ? Stream.of(Wording.of("circulars.seal.circular"))
                        : seal.changedParts().stream()
                                .map(part -> Wording.of("circulars.seal.part." + part));
        return Stream.of(
                        Stream.of(Wording.of("circulars.seal.broken.text")),
                        changed,
                        seal.findings().stream()
                                .limit(FINDINGS)
                                .map(f -> Wording.of("circulars.seal." + f.kind(), f.position())),
                        seal.findings().size() > FINDINGS
                                ? Stream.of(
                                        Wording.of(
                                                "circulars.proof.findings.more",
                                                seal.findings().size() - FINDINGS))
                                : Stream.<String>of())
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    private Map<String, List<CircularAnswer>> byClass() {
        Collator french = Collator.getInstance(Locale.FRENCH);
        return answers.stream()
                .sorted(
                        Comparator.comparing(CircularAnswer::childName, french)
                                .thenComparing(CircularAnswer::guardianName, french)
                                .thenComparing(CircularAnswer::place))
                .collect(
                        Collectors.groupingBy(
                                CircularAnswer::className,
                                () -> new TreeMap<>(french),
                                Collectors.toList()));
    }

    private Rows table(String className, List<CircularAnswer> given) {
        Map<UUID, Integer> last = new LinkedHashMap<>();
        given.forEach(answer -> last.merge(answer.recipientId(), answer.number(), Math::max));
        return new Rows(
                Wording.of("circulars.proof.of.class", className),
                List.of(
                        Column.words(Wording.of("circulars.child")),
                        Column.words(Wording.of("circulars.guardian")),
                        Column.words(Wording.of("circulars.given")),
                        Column.words(Wording.of("circulars.proof.at.seal"))),
                given.stream()
                        .map(
                                answer ->
                                        row(
                                                answer,
                                                Objects.equals(
                                                        last.get(answer.recipientId()),
                                                        answer.number())))
                        .toList());
    }

    private List<String> row(CircularAnswer answer, boolean last) {
        String seal =
                Wording.of(
                        "circulars.proof.line",
                        ProofParts.shortly(answer.answeredAt()),
                        Integer.toString(answer.place()),
                        answer.seal()
                                .substring(0, Math.min(SHOWN_OF_SEAL, answer.seal().length())));
        if (answer.isErased()) {
            return List.of("", "", Wording.of("circulars.proof.erased"), seal);
        }
        String given = ProofParts.given(circular, answer);
        String marked = last ? given : Wording.of("circulars.proof.corrected", given);
        return List.of(
                answer.childName(),
                answer.guardianName(),
                answer.isLate() ? Wording.of("circulars.proof.late", marked) : marked,
                seal);
    }

    private Rows missingTable() {
        Map<List<String>, List<String>> asked = new LinkedHashMap<>();
        missing.forEach(
                line -> {
                    List<String> guardians =
                            asked.computeIfAbsent(
                                    List.of(line.className(), line.child()),
                                    child -> new ArrayList<>());
                    if (line.guardian() != null) {
                        guardians.add(line.guardian());
                    }
                });
        return new Rows(
                Wording.of("circulars.proof.missing.caption", asked.size()),
                List.of(
                        Column.words(Wording.of("circulars.class")),
                        Column.words(Wording.of("circulars.child")),
                        Column.words(Wording.of("circulars.proof.awaited"))),
                asked.entrySet().stream()
                        .map(
                                line ->
                                        List.of(
                                                line.getKey().get(0),
                                                line.getKey().get(1),
                                                String.join(", ", line.getValue())))
                        .toList());
    }
}
