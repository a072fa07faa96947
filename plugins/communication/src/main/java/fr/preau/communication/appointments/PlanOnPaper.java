package fr.preau.communication.appointments;

import fr.preau.api.document.Document;
import fr.preau.api.document.DocumentPart;
import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.document.DocumentPart.Heading;
import fr.preau.api.document.DocumentPart.NewPage;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Rows;
import fr.preau.api.page.Column;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.appointments.PlanPage.HostPlan;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans of a meeting to be printed: for the school a page for each host, for families theirs. */
final class PlanOnPaper {

    private PlanOnPaper() {}

    static Document of(PlanPage plan) {
        List<DocumentPart> parts = new ArrayList<>();
        parts.add(when(plan.startsAt()));
        parts.add(new Note(Wording.of("appointments.plan.private")));
        if (plan.hosts().isEmpty()) {
            parts.add(new Note(Wording.of("appointments.nohosts.text")));
        }
        for (HostPlan host : plan.hosts()) {
            if (host != plan.hosts().get(0)) {
                parts.add(new NewPage());
            }
            addHost(parts, host);
        }
        return new Document(Wording.of("appointments.plan.title", plan.title()), parts);
    }

    private static void addHost(List<DocumentPart> parts, HostPlan host) {
        parts.add(new Heading(named(host.name())));
        if (!host.place().isEmpty()) {
            parts.add(new Facts(List.of(new Fact(Wording.of("appointments.place"), host.place()))));
        }
        if (host.lines().isEmpty()) {
            parts.add(new Note(Wording.of("appointments.plan.none")));
            return;
        }
        parts.add(
                new Rows(
                        Wording.of("appointments.plan.caption"),
                        columns("time", "child", "class", "guardian", "note"),
                        host.lines().stream()
                                .map(
                                        line ->
                                                List.of(
                                                        line.time(),
                                                        named(line.child()),
                                                        line.className(),
                                                        line.guardian() == null
                                                                ? Wording.of(
                                                                        "appointments.byschool")
                                                                : line.guardian(),
                                                        line.note()))
                                .toList()));
    }

    static Document of(FamilyPage page) {
        return new Document(
                Wording.of("appointments.family.title", page.title()),
                List.of(
                        when(page.startsAt()),
                        page.booked().isEmpty()
                                ? new Note(Wording.of("appointments.none.title"))
                                : booked(page.booked())));
    }

    private static Rows booked(List<FamilyPage.Appointment> booked) {
        return new Rows(
                Wording.of("appointments.family.caption"),
                List.of(
                        Column.words(Wording.of("appointments.plan.time")),
                        Column.words(Wording.of("appointments.host")),
                        Column.words(Wording.of("appointments.plan.child")),
                        Column.words(Wording.of("appointments.place"))),
                booked.stream()
                        .map(
                                each ->
                                        List.of(
                                                each.time(),
                                                named(each.teacher()),
                                                each.child(),
                                                each.place().isEmpty()
                                                        ? Wording.of("appointments.place.none")
                                                        : each.place()))
                        .toList());
    }

    private static List<Column> columns(String... keys) {
        return List.of(keys).stream()
                .map(key -> Column.words(Wording.of("appointments.plan." + key)))
                .toList();
    }

    private static Facts when(Instant startsAt) {
        return new Facts(
                List.of(
                        new Fact(
                                Wording.of("appointments.plan.day"),
                                FrenchDays.day(ParisTime.day(startsAt)))));
    }

    private static String named(@Nullable String name) {
        return name == null ? Wording.of("person.left") : name;
    }
}
