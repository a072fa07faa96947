package fr.preau.communication.circulars;

import fr.preau.api.document.Document;
import fr.preau.api.document.DocumentPart;
import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.document.DocumentPart.Heading;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Notice;
import fr.preau.api.document.DocumentPart.Text;
import fr.preau.communication.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a guardian keeps of an answer for a child: who, for whom, what and when, below what text.
 *
 * @param answers all that this guardian gave for the child, the last one last
 * @param intact whether circular and answers still are as they were sealed
 * @param withdrawn whether the school has taken the circular from its readers: then the answer is
 *     still proved, by its seals, without a word of what was asked
 */
record AnswerProof(
        Circular circular, List<CircularAnswer> answers, boolean intact, boolean withdrawn) {

    Document document() {
        CircularAnswer last = answers.get(answers.size() - 1);
        List<DocumentPart> parts = new ArrayList<>();
        parts.add(
                new Notice(
                        Wording.of(
                                intact
                                        ? "circulars.proof.answer.intact"
                                        : "circulars.proof.answer.broken")));
        parts.add(new Facts(facts(last)));
        if (answers.size() > 1) {
            parts.add(new Heading(Wording.of("circulars.proof.before")));
            answers.subList(0, answers.size() - 1)
                    .forEach(answer -> parts.add(new Facts(before(answer))));
        }
        parts.add(new Heading(Wording.of("circulars.proof.about")));
        parts.add(
                ProofParts.circular(
                        circular,
                        title(),
                        Stream.of(ProofParts.seal("seal.circular", circular.seal()))));
        parts.add(new Heading(Wording.of("circulars.proof.text")));
        parts.add(
                Text.of(
                        withdrawn
                                ? Wording.of("circulars.proof.answer.withdrawn")
                                : circular.text()));
        parts.add(new Note(Wording.of("circulars.proof.answer.explained")));
        return new Document(Wording.of("circulars.proof.answer.title", title()), parts);
    }

    private String title() {
        return withdrawn ? Wording.of("circulars.withdrawn.title") : circular.title();
    }

    private Fact given(CircularAnswer answer) {
        boolean inItsWords = withdrawn && !circular.questions().isEmpty();
        return ProofParts.fact(
                "given",
                inItsWords
                        ? String.join("\n", Said.ofWithdrawn(circular.questions(), answer.given()))
                        : ProofParts.given(circular, answer));
    }

    private List<Fact> facts(CircularAnswer answer) {
        return List.of(
                ProofParts.fact(
                        "child",
                        Wording.of(
                                "circulars.proof.child.class",
                                answer.childName(),
                                answer.className())),
                ProofParts.fact("guardian", answer.guardianName()),
                given(answer),
                ProofParts.fact("at", at(answer)),
                ProofParts.fact("place", Integer.toString(answer.place())),
                ProofParts.seal("seal.answer", answer.seal()));
    }

    private List<Fact> before(CircularAnswer answer) {
        return List.of(
                given(answer),
                ProofParts.fact("at", at(answer)),
                ProofParts.seal("seal.answer", answer.seal()));
    }

    private static String at(CircularAnswer answer) {
        String moment = ProofParts.moment(answer.answeredAt());
        return answer.isLate() ? Wording.of("circulars.proof.late", moment) : moment;
    }
}
