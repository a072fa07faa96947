package fr.preau.canteen.service;

import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.canteen.rules.SchoolYear;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Forgets who passed at the line with the end of the school year, badges that are blocked with it,
 * and those of whoever has left within a day.
 */
final class LineForgetting {

    private final EntityManager entities;
    private final Directory directory;
    private final LineDays days;

    LineForgetting(EntityManager entities, Directory directory, LineDays days) {
        this.entities = entities;
        this.directory = directory;
        this.days = days;
    }

    Job job() {
        return Job.daily("forget-the-line", LocalTime.of(3, 50), this::run);
    }

    private void run(JobRun run) {
        LocalDate first = SchoolYear.of(days.today()).firstDay();
        for (String query :
                List.of(
                        "LineEntry.deleteBefore",
                        "SetAside.deleteBefore",
                        "LineDevice.deleteBefore",
                        "ToldMeal.deleteBefore",
                        "LineDay.deleteBefore")) {
            entities.createNamedQuery(query).setParameter("day", first).executeUpdate();
        }
        entities.createNamedQuery("Badge.deleteBlockedBefore")
                .setParameter("instant", first.atStartOfDay(SchoolCalendar.ZONE).toInstant())
                .executeUpdate();
        forgetBadgesOfLeavers();
    }

    private void forgetBadgesOfLeavers() {
        Set<UUID> holders =
                new HashSet<>(
                        entities.createNamedQuery("Badge.holders", UUID.class).getResultList());
        if (holders.isEmpty()) {
            return;
        }
        directory
                .persons(holders.stream().map(PersonId::new).toList())
                .keySet()
                .forEach(here -> holders.remove(here.value()));
        if (!holders.isEmpty()) {
            entities.createNamedQuery("Badge.deleteOf")
                    .setParameter("persons", holders)
                    .executeUpdate();
        }
    }
}
