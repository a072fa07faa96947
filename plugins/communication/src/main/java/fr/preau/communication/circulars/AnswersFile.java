package fr.preau.communication.circulars;

import fr.preau.api.files.Download;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.Csv;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** All answers to a circular as a table to be saved, each guardian's last one. */
record AnswersFile(List<Question> questions, List<GivenRow> answers) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    Download csv() {
        Csv csv = new Csv();
        csv.row(heading());
        answers.forEach(answer -> csv.row(row(answer)));
        return Download.save("reponses.csv", csv.bytes());
    }

    private List<String> heading() {
        Stream<String> fixed =
                Stream.of(
                        Wording.of("circulars.class"),
                        Wording.of("circulars.child"),
                        Wording.of("circulars.guardian"),
                        Wording.of("circulars.at"),
                        Wording.of("circulars.isLate"),
                        Wording.of("circulars.number"));
        return Stream.concat(fixed, questions.stream().map(AnswersFile::column)).toList();
    }

    private static String column(Question question) {
        return question.label().isEmpty() ? Wording.of("circulars.given") : question.label();
    }

    private List<String> row(GivenRow answer) {
        Stream<String> fixed =
                Stream.of(
                        answer.className(),
                        answer.child(),
                        answer.guardian(),
                        moment(answer.answeredAt()),
                        Wording.of(answer.late() ? "circulars.yes" : "circulars.no"),
                        Integer.toString(answer.number()));
        return Stream.concat(fixed, Said.of(questions, answer.given()).stream()).toList();
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(SchoolCalendar.ZONE));
    }
}
