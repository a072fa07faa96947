package org.example.lostandfound.items;

import fr.preau.api.files.FileStore;
import fr.preau.api.job.JobRun;
import fr.preau.api.settings.Settings;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Each night: what nobody has come for in time goes to a charity. */
public final class GivingAway {

    private static final int AT_ONCE = 100;

    private final EntityManager entities;
    private final Settled settled;
    private final Settings settings;
    private final Clock clock;

    public GivingAway(EntityManager entities, FileStore files, Settings settings, Clock clock) {
        this.entities = entities;
        this.settled = new Settled(files);
        this.settings = settings;
        this.clock = clock;
    }

    /** A portion; what is left is done by the next run. */
    public void run(JobRun run) {
        Instant now = clock.instant();
        List<FoundItem> old =
                entities.createNamedQuery("FoundItem.old", FoundItem.class)
                        .setParameter("waiting", FoundItem.Fate.WAITING)
                        .setParameter("before", firstDayKept(now, settings.integer("keep-days")))
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        old.forEach(item -> settled.byGift(item, now));
        if (old.size() == AT_ONCE) {
            run.moreToDo();
        }
    }

    static LocalDate firstDayKept(Instant now, int keptDays) {
        return LocalDate.ofInstant(now, ZoneId.of("Europe/Paris")).minusDays(keptDays);
    }
}
