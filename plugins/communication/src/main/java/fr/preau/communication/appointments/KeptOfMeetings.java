package fr.preau.communication.appointments;

import fr.preau.api.data.NewIds;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is kept of a person: their meetings as guardian, child or host, what they were asked to, and
 * what they have opened.
 *
 * <p>All of it goes with the person. A meeting that they opened stays for the others, and says no
 * more who has opened it.
 */
final class KeptOfMeetings implements PersonalData {

    private final EntityManager entities;
    private final Diary diary;
    private final NewIds ids;

    KeptOfMeetings(EntityManager entities, NewIds ids) {
        this.entities = entities;
        this.diary = new Diary(entities);
        this.ids = ids;
    }

    @Override
    public List<KeptMeeting> export(PersonId person) {
        List<KeptMeeting> kept = new ArrayList<>();
        for (Meeting opened : of(person, "Meeting.createdBy", Meeting.class)) {
            kept.add(meeting("appointments.kept.opened", opened, ""));
        }
        for (Meeting asked : of(person, "Invited.ofPerson", Meeting.class)) {
            kept.add(meeting("appointments.kept.invited", asked, ""));
        }
        for (Hosted hosted : of(person, "MeetingHost.hosted", Hosted.class)) {
            kept.add(meeting("appointments.kept.host", hosted.meeting(), hosted.host().place()));
        }
        for (Booked booked : of(person, "Booking.withMeeting", Booked.class)) {
            kept.add(kept(booked, person));
        }
        long busy =
                entities.createNamedQuery("Busy.count", Long.class)
                        .setParameter("person", person.value())
                        .getSingleResult();
        if (busy > 0 && kept.isEmpty()) {
            kept.add(
                    new KeptMeeting(
                            Wording.of("appointments.kept.busy", busy), "", Instant.EPOCH, "", ""));
        }
        return kept;
    }

    /**
     * A pupil's own data are read by both guardians: of an appointment about the pupil they say the
     * meeting, and not the hour nor what was noted, which are of the guardian who comes.
     */
    private static KeptMeeting kept(Booked booked, PersonId person) {
        Booking booking = booked.booking();
        String what = "appointments.kept.booking";
        return booking.child().equals(person.value())
                ? meeting(what, booked.meeting(), "")
                : new KeptMeeting(
                        Wording.of(what),
                        booked.meeting().title(),
                        booking.startsAt(),
                        "",
                        booking.note());
    }

    private static KeptMeeting meeting(String what, Meeting meeting, String place) {
        return new KeptMeeting(Wording.of(what), meeting.title(), meeting.startsAt(), place, "");
    }

    @Override
    public ErasureReport erase(PersonId person) {
        List<Booking> bookings =
                of(person, "Booking.ofPerson", Booking.class).stream()
                        .filter(booking -> booking.isOf(person.value()))
                        .toList();
        List<UUID> gone = bookings.stream().map(Booking::id).toList();
        List<MeetingHost> hosted = of(person, "MeetingHost.ofPerson", MeetingHost.class);
        List<UUID> hosts = hosted.stream().map(MeetingHost::id).toList();
        diary.release(Stream.concat(gone.stream(), blocks(hosts)).toList());
        if (!gone.isEmpty()) {
            entities.createNamedQuery("Booking.delete").setParameter("ids", gone).executeUpdate();
        }
        int erased =
                gone.size()
                        + changed("MeetingHost.deleteOfPerson", person)
                        + changed("Invited.deleteOfPerson", person)
                        + changed("Busy.deleteOfPerson", person);
        int renamed =
                rename("Meeting.forgetCreator", person) + rename("Booking.forgetBooker", person);
        entities.flush();
        return new ErasureReport(erased, renamed, List.of());
    }

    private Stream<UUID> blocks(List<UUID> hosts) {
        return hosts.isEmpty()
                ? Stream.of()
                : entities.createNamedQuery("Block.ofHosts", UUID.class)
                        .setParameter("hosts", hosts)
                        .getResultStream();
    }

    private int changed(String query, PersonId person) {
        return entities.createNamedQuery(query)
                .setParameter("person", person.value())
                .executeUpdate();
    }

    private int rename(String query, PersonId person) {
        return entities.createNamedQuery(query)
                .setParameter("person", person.value())
                .setParameter("nobody", ids.next())
                .executeUpdate();
    }

    private <T> List<T> of(PersonId person, String query, Class<T> result) {
        return entities.createNamedQuery(query, result)
                .setParameter("person", person.value())
                .getResultList();
    }
}
