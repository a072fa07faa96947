package fr.preau.communication.appointments;

import fr.preau.api.agenda.Engagement;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Child;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.appointments.FamilyPage.Appointment;
import fr.preau.communication.appointments.FamilyPage.By;
import fr.preau.communication.appointments.FamilyPage.ChildPart;
import fr.preau.communication.appointments.FamilyPage.FreeSlot;
import fr.preau.communication.appointments.FamilyPage.State;
import fr.preau.communication.appointments.FamilyPage.Teacher;
import fr.preau.communication.appointments.FamilyView.Offer;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Meetings in words for a guardian: seven statements, however many teachers and children. */
final class Families {

    private final EntityManager entities;
    private final Directory directory;
    private final Clock clock;

    Families(EntityManager entities, Directory directory, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.clock = clock;
    }

    BookingPage booking(
            Guardian guardian,
            @Nullable UUID host,
            @Nullable UUID bookingId,
            Violations violations) {
        Booking booking = bookingId == null ? null : entities.find(Booking.class, bookingId);
        if (booking == null
                || !booking.host().equals(host)
                || !booking.isOfGuardian(guardian.person())) {
            throw Refusal.notFound();
        }
        FamilyView view = FamilyView.read(entities, directory, guardian, booking.meeting());
        Offer offer = view.offer(booking.host(), booking.child()).orElseThrow(Refusal::notFound);
        Words words =
                new Words(directory.persons(List.of(new PersonId(booking.hostPerson()))), Map.of());
        return new BookingPage(
                booking.meeting(),
                view.meeting().title(),
                words.appointment(view, booking, offer),
                view.meeting().isOpen(clock.instant()),
                offer.free().stream().map(FreeSlot::of).toList(),
                violations);
    }

    FamilyPage page(Guardian guardian, UUID meeting, Violations violations) {
        FamilyView view = FamilyView.read(entities, directory, guardian, meeting);
        Set<PersonId> hosts =
                view.offers().stream()
                        .map(offer -> new PersonId(offer.host().person()))
                        .collect(Collectors.toSet());
        Words words = new Words(directory.persons(hosts), directory.subjectsOf(hosts));
        Meeting m = view.meeting();
        return new FamilyPage(
                m.id(),
                m.title(),
                m.startsAt(),
                m.endsAt(),
                m.opensAt(),
                m.closesAt(),
                m.slotMinutes(),
                State.of(m, clock.instant()),
                words.appointments(view),
                words.children(view),
                view.elsewhere().stream().map(Families::expected).toList(),
                guardian.elsewhere().complete(),
                violations);
    }

    private static FamilyPage.Expected expected(Engagement there) {
        return new FamilyPage.Expected(
                there.college().name(),
                there.college().commune(),
                there.title(),
                ParisTime.said(there.start()),
                ParisTime.said(there.end()));
    }

    /** What is said of hosts. */
    private record Words(Map<PersonId, Person> persons, Map<PersonId, List<String>> subjects) {

        List<ChildPart> children(FamilyView view) {
            Map<Child, List<Teacher>> teachers = new LinkedHashMap<>();
            for (Offer offer : view.offers()) {
                if (offer.booked() == null && !isHere(offer)) {
                    continue; // nobody is received by who has left
                }
                teachers.computeIfAbsent(offer.child(), child -> new ArrayList<>())
                        .add(teacher(offer));
            }
            List<ChildPart> children = new ArrayList<>();
            teachers.forEach(
                    (child, theirs) ->
                            children.add(
                                    new ChildPart(
                                            child.pupil().id().value(),
                                            child.pupil().displayName(),
                                            classes(child),
                                            theirs.stream().sorted(this::byName).toList())));
            return children;
        }

        private boolean isHere(Offer offer) {
            return persons.containsKey(new PersonId(offer.host().person()));
        }

        private int byName(Teacher one, Teacher other) {
            return familyName(one).compareToIgnoreCase(familyName(other));
        }

        private static String familyName(Teacher teacher) {
            String name = teacher.name();
            return name == null ? "" : name.substring(name.indexOf(' ') + 1) + " " + teacher.host();
        }

        private Teacher teacher(Offer offer) {
            PersonId person = new PersonId(offer.host().person());
            return new Teacher(
                    offer.host().id(),
                    name(person),
                    subjects.getOrDefault(person, List.of()),
                    offer.host().place(),
                    offer.host().present(),
                    offer.booked() != null,
                    offer.placeGone(),
                    offer.isOpen() ? offer.free().stream().map(FreeSlot::of).toList() : List.of());
        }

        private @Nullable String name(PersonId id) {
            Person person = persons.get(id);
            return person == null ? null : person.displayName();
        }

        List<Appointment> appointments(FamilyView view) {
            return view.bookings().stream()
                    .flatMap(
                            booking ->
                                    view.offer(booking.host(), booking.child()).stream()
                                            .map(offer -> appointment(view, booking, offer)))
                    .toList();
        }

        private Appointment appointment(FamilyView view, Booking booking, Offer offer) {
            return new Appointment(
                    booking.id(),
                    booking.host(),
                    booking.startsAt(),
                    ParisTime.said(booking.startsAt()),
                    name(new PersonId(booking.hostPerson())),
                    offer.child().pupil().displayName(),
                    offer.host().place(),
                    booking.isBySchool() ? By.SCHOOL : By.SELF,
                    !view.guardian().canCome(booking.slot()));
        }

        private static String classes(Child child) {
            return String.join(", ", child.classes().stream().map(SchoolClass::name).toList());
        }
    }
}
