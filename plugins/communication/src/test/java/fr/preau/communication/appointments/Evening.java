package fr.preau.communication.appointments;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An evening as tests open it: 1 December 2026, from 17 h to 18 h, six slots of ten minutes. */
record Evening(PreauKit kit, UUID id) {

    static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    static Evening open(PreauKit kit, String... classes) {
        return open(kit, Meeting.OnePer.GUARDIAN, classes);
    }

    static Evening open(PreauKit kit, Meeting.OnePer onePer, String... classes) {
        kit.clock().set(MONDAY);
        UUID key = UUID.randomUUID();
        kit.as(kit.staff(StaffFunction.PRINCIPAL))
                .post("/meetings/new", form(kit, key, classes).with("onePer", onePer.name()))
                .as(MeetingFormPage.class);
        return new Evening(kit, key);
    }

    static Form form(PreauKit kit, UUID key, String... classes) {
        Form form =
                Form.of(
                        "title", "Rencontre de décembre",
                        "day", "2026-12-01",
                        "from", "17:00",
                        "to", "18:00",
                        "slot", "10",
                        "pause", "0",
                        "travel", "5",
                        "opens", "2026-11-23T08:00",
                        "closes", "2026-11-30T20:00",
                        "key", key.toString());
        for (String each : classes) {
            form = form.with("classes", kit.college().schoolClass(each).id().toString());
        }
        return form;
    }

    FamilyPage seenBy(KitPerson guardian) {
        return kit.as(guardian).get(address() + "/book").as(FamilyPage.class);
    }

    String address() {
        return "/meetings/" + id;
    }

    /** The first child's teacher of this name. */
    FamilyPage.Wished wish(KitPerson guardian, String teacher) {
        return seenBy(guardian).wishes().stream()
                .filter(wish -> teacher.equals(wish.teacher().name()))
                .findFirst()
                .orElseThrow();
    }

    Form press(FamilyPage.Wished wish, String time) {
        int minute =
                wish.teacher().free().stream()
                        .filter(slot -> slot.time().equals(time.replace(' ', '\u00a0')))
                        .findFirst()
                        .orElseThrow()
                        .minute();
        return press(wish, minute);
    }

    static Form press(FamilyPage.Wished wish, int minute) {
        return Form.of(
                "host", wish.teacher().host().toString(),
                "child", wish.child().id().toString(),
                "slot", Integer.toString(minute));
    }

    FamilyPage book(KitPerson guardian, String teacher, String time) {
        return kit.as(guardian)
                .post(address() + "/book", press(wish(guardian, teacher), time))
                .as(FamilyPage.class);
    }

    static List<String> times(FamilyPage.Teacher teacher) {
        return teacher.free().stream().map(slot -> slot.time().replace('\u00a0', ' ')).toList();
    }

    /** The plan of a host, as those in charge see it. */
    HostPage plan(String teacher) {
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);
        UUID host =
                kit.as(principal).get(address()).as(MeetingPage.class).hosts().stream()
                        .filter(line -> teacher.equals(line.name()))
                        .findFirst()
                        .orElseThrow()
                        .host();
        return kit.as(principal).get("/hosts/" + host).as(HostPage.class);
    }
}
