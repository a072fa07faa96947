package fr.preau.communication.appointments;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.job.JobRun;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.communication.remembered.Remembered;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens a meeting, and brings in who has come to the collège since. */
final class Opening {

    private final EntityManager entities;
    private final Directory directory;
    private final NewIds ids;
    private final MeetingNotices notices;
    private final Remembered<Boolean> ahead;
    private final Clock clock;

    Opening(
            EntityManager entities,
            Directory directory,
            NewIds ids,
            MeetingNotices notices,
            Remembered<Boolean> ahead,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.ids = ids;
        this.notices = notices;
        this.ahead = ahead;
        this.clock = clock;
    }

    /**
     * Opens an evening, once for each form.
     *
     * @param key the hidden key of the form
     */
    void evening(Caller caller, MeetingPlan plan, UUID key) {
        if (insert(Meeting.Kind.EVENING, caller, plan, key)) {
            begin(key, plan, Participants.ofClasses(plan.classes(), directory));
        }
    }

    /** Opens one's own hours, once for each form. */
    void ownHours(Caller caller, MeetingPlan plan, Set<ClassId> classesOfPupils, UUID key) {
        if (insert(Meeting.Kind.SLOTS, caller, plan, key)) {
            begin(
                    key,
                    plan,
                    Participants.ofOneHost(
                            caller.person(),
                            plan.classes(),
                            classesOfPupils,
                            plan.pupils(),
                            directory));
        }
    }

    private void begin(UUID key, MeetingPlan plan, Participants participants) {
        add(key, participants, plan.whole(), plan.place());
        ahead.forget();
        tellIfOpen(Objects.requireNonNull(entities.find(Meeting.class, key)));
    }

    /** Of one that opens later people are told by a job, when they can book. */
    private void tellIfOpen(Meeting meeting) {
        if (meeting.isOpen(clock.instant())) {
            notices.opened(meeting);
        }
    }

    /**
     * Adds the teachers and guardians who have come since, and asks nobody any more for a child who
     * has left; who comes back is asked again.
     *
     * @return how many hosts came in
     */
    int renew(Meeting meeting) {
        if (meeting.kind() != Meeting.Kind.EVENING) {
            throw Refusal.notFound();
        }
        takeOutLeavers(meeting.id());
        Set<ClassId> classes = new LinkedHashSet<>();
        for (MeetingClass each : classesOf(meeting.id())) {
            classes.add(ClassId.of(each.schoolClass()));
        }
        int more =
                add(
                        meeting.id(),
                        Participants.ofClasses(classes, directory),
                        new Slot(meeting.startsAt(), meeting.endsAt()),
                        "");
        tellIfOpen(meeting);
        return more;
    }

    /**
     * Each night after who has come and left by an import, so that nobody has to think of it. Of
     * one's own hours it is oneself who asks others.
     */
    void renewAll(JobRun run) {
        List<Meeting> ahead =
                entities.createNamedQuery("Meeting.toRenew", Meeting.class)
                        .setParameter("now", clock.instant())
                        .getResultList();
        for (Meeting meeting : ahead) {
            if (meeting.kind() == Meeting.Kind.EVENING) {
                renew(meeting);
            } else {
                takeOutLeavers(meeting.id());
            }
        }
    }

    private boolean insert(Meeting.Kind kind, Caller caller, MeetingPlan plan, UUID key) {
        int inserted =
                entities.createNamedQuery("Meeting.open")
                        .setParameter(1, key.toString())
                        .setParameter(2, kind.name())
                        .setParameter(3, plan.title())
                        .setParameter(4, utc(plan.whole().start()))
                        .setParameter(5, utc(plan.whole().end()))
                        .setParameter(6, plan.slotMinutes())
                        .setParameter(7, plan.pauseMinutes())
                        .setParameter(8, plan.travelMinutes())
                        .setParameter(9, plan.onePer().name())
                        .setParameter(10, utc(plan.opensAt()))
                        .setParameter(11, utc(plan.closesAt()))
                        .setParameter(12, caller.person().toString())
                        .executeUpdate();
        if (inserted == 0) {
            Meeting first = entities.find(Meeting.class, key);
            if (first != null && !first.createdBy().equals(caller.person().value())) {
                throw Refusal.notFound(); // a key that was made up
            }
        }
        return inserted > 0;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private int add(UUID meeting, Participants participants, Slot whole, String place) {
        Map<UUID, MeetingHost> hosts = new HashMap<>();
        for (MeetingHost host :
                entities.createNamedQuery("MeetingHost.ofMeeting", MeetingHost.class)
                        .setParameter("meeting", meeting)
                        .getResultList()) {
            hosts.put(host.person(), host);
        }
        int before = hosts.size();
        for (PersonId person : participants.hosts().keySet()) {
            if (!hosts.containsKey(person.value())) {
                MeetingHost host = new MeetingHost(ids.next(), meeting, person, whole, place);
                entities.persist(host);
                hosts.put(person.value(), host);
            }
        }
        entities.flush();
        addClasses(meeting, participants, hosts);
        addInvited(meeting, participants);
        entities.flush();
        return hosts.size() - before;
    }

    private List<MeetingClass> classesOf(UUID meeting) {
        return entities.createNamedQuery("MeetingClass.ofMeeting", MeetingClass.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }

    private void addClasses(UUID meeting, Participants participants, Map<UUID, MeetingHost> hosts) {
        Set<List<Object>> there = new HashSet<>();
        classesOf(meeting).forEach(each -> there.add(List.of(each.host(), each.schoolClass())));
        participants
                .hosts()
                .forEach(
                        (person, classes) -> {
                            MeetingHost host = hosts.get(person.value());
                            for (ClassId each : classes) {
                                if (host != null
                                        && there.add(List.of(host.id(), each.toString()))) {
                                    entities.persist(new MeetingClass(ids.next(), host, each));
                                }
                            }
                        });
    }

    private void addInvited(UUID meeting, Participants participants) {
        Set<List<UUID>> there = new HashSet<>();
        invitedTo(meeting).forEach(each -> there.add(List.of(each.guardian(), each.child())));
        List<Invited> added = new ArrayList<>();
        participants
                .invited()
                .forEach(
                        (guardian, children) ->
                                children.stream()
                                        .filter(
                                                child ->
                                                        there.add(
                                                                List.of(
                                                                        guardian.value(),
                                                                        child.value())))
                                        .map(
                                                child ->
                                                        new Invited(
                                                                ids.next(),
                                                                meeting,
                                                                guardian,
                                                                child))
                                        .forEach(added::add));
        added.forEach(entities::persist);
    }

    private List<Invited> invitedTo(UUID meeting) {
        return entities.createNamedQuery("Invited.ofMeeting", Invited.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }

    /** Nobody is asked to come for a child who is not here any more; what was booked stays. */
    private void takeOutLeavers(UUID meeting) {
        List<Invited> invited = invitedTo(meeting);
        Set<PersonId> here =
                directory
                        .persons(
                                invited.stream()
                                        .map(each -> new PersonId(each.child()))
                                        .collect(Collectors.toSet()))
                        .keySet();
        invited.stream()
                .filter(each -> !here.contains(new PersonId(each.child())))
                .forEach(entities::remove);
    }
}
