package fr.preau.communication.surveys;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import java.time.Instant;
import java.util.UUID;

/** A survey as tests ask it: open from Monday 23 November 2026 for a week. */
record Asking(PreauKit kit, KitPerson author, UUID id) {

    static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    static Form form(UUID key, String asks, boolean perFamily, boolean anonymous) {
        return Form.of(
                "title",
                "La cantine",
                "asks",
                asks,
                "perFamily",
                Boolean.toString(perFamily),
                "anonymous",
                Boolean.toString(anonymous),
                "opens",
                "2026-11-23T09:00",
                "closes",
                "2026-11-30T20:00",
                "key",
                key.toString());
    }

    /** A draft for these people of 5eA. */
    static Asking begin(
            PreauKit kit, KitPerson author, String asks, boolean perFamily, boolean anonymous) {
        kit.clock().set(MONDAY);
        UUID key = UUID.randomUUID();
        kit.as(author)
                .post(
                        "/surveys/new",
                        form(key, asks, perFamily, anonymous)
                                .with("classes", kit.college().schoolClass("5eA").id().toString()))
                .as(SurveyFormPage.class);
        return new Asking(kit, author, key);
    }

    /** With a choice, several, a scale, yes or no, and a text that need not be. */
    Asking withQuestions() {
        add("ONE", "Quel jour ?", "Lundi\nMardi\nJeudi", true);
        add("SEVERAL", "Quels plats ?", "Pâtes\nÉpinards", false);
        add("SCALE", "Quelle note ?", "", true);
        add("YES_NO", "Assez de temps ?", "", true);
        add("TEXT", "Autre chose ?", "", false);
        return this;
    }

    /** As its author has it now. */
    SurveyPage edited() {
        return kit.as(author).get(address() + "/edit").as(SurveyPage.class);
    }

    SurveyPage add(String kind, String wording, String choices, boolean required) {
        return kit.as(author)
                .post(
                        address() + "/edit",
                        Form.of(
                                "kind", kind,
                                "wording", wording,
                                "choices", choices,
                                "required", Boolean.toString(required)))
                .as(SurveyPage.class);
    }

    Asking publish() {
        kit.as(author).post(address() + "/publish", Form.empty()).as(SurveyPage.class);
        return this;
    }

    SurveyPage seenByAuthor() {
        return kit.as(author).get(address() + "/edit").as(SurveyPage.class);
    }

    AnswerPage seenBy(KitPerson person) {
        return kit.as(person).get(address()).as(AnswerPage.class);
    }

    String address() {
        return "/surveys/" + id;
    }

    static Form answer(String day, String text) {
        return Form.of("q1", day, "q2", "Pâtes", "q3", "4", "q4", "Oui", "q5", text)
                .with("q2", "Épinards");
    }
}
