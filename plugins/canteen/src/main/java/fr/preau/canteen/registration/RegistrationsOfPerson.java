package fr.preau.canteen.registration;

import fr.preau.api.files.FileStore;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.ErasureReport.Kept;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.ModuleTexts;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person in registrations. What was sent is kept for the accounts of the canteen:
 * invoices follow from it (code général des collectivités territoriales, article D1617-19).
 */
public final class RegistrationsOfPerson implements PersonalData {

    private static final ModuleTexts TEXTS = ModuleTexts.of(RegistrationsOfPerson.class);

    private final EntityManager entities;
    private final FileStore files;

    RegistrationsOfPerson(EntityManager entities, FileStore files) {
        this.entities = entities;
        this.files = files;
    }

    /** An application, as it is handed to who made it. */
    public record KeptApplication(
            String what,
            String year,
            @Nullable Instant sentAt,
            @Nullable Integer income,
            @Nullable Integer sharesInHundredths,
            String otherPayer,
            String mail) {}

    /** A child in an application. */
    public record KeptChild(String what, String name, String year, List<String> days) {}

    /** What a collège was asked of a child. */
    public record KeptIdentity(String what, String name, String guardian, Instant askedAt) {}

    @Override
    public List<? extends Record> export(PersonId person) {
        List<Record> kept = new ArrayList<>();
        for (Application each : applications(person)) {
            kept.add(
                    new KeptApplication(
                            TEXTS.text("kept.application"),
                            each.year().toString(),
                            each.sentAt().orElse(null),
                            each.taxNotice().map(notice -> notice.income()).orElse(null),
                            each.taxNotice().map(notice -> notice.shares()).orElse(null),
                            each.payers().otherName(),
                            each.payers().mail()));
        }
        for (ApplicationChild each : children(person)) {
            kept.add(
                    new KeptChild(
                            TEXTS.text("kept.child"),
                            each.pupilName(),
                            each.year().toString(),
                            each.weekdays().stream()
                                    .sorted()
                                    .map(day -> TEXTS.text("day." + day))
                                    .toList()));
        }
        for (IdentityRequest each : identities(person)) {
            kept.add(
                    new KeptIdentity(
                            TEXTS.text("kept.identity"),
                            each.pupilName(),
                            each.guardianName(),
                            each.askedAt()));
        }
        return kept;
    }

    private List<Application> applications(PersonId person) {
        return entities.createNamedQuery("Application.ofGuardian", Application.class)
                .setParameter("guardian", person.value())
                .getResultList();
    }

    private List<ApplicationChild> children(PersonId person) {
        return entities.createNamedQuery("ApplicationChild.ofPupil", ApplicationChild.class)
                .setParameter("pupil", person.value())
                .getResultList();
    }

    private List<IdentityRequest> identities(PersonId person) {
        return entities.createNamedQuery("IdentityRequest.ofPupil", IdentityRequest.class)
                .setParameter("pupil", person.value())
                .getResultList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int erased = 0;
        int sent = 0;
        for (Application each : applications(person)) {
            if (each.sentAt().isEmpty()) {
                forget(each);
                erased++;
            } else {
                sent++;
            }
        }
        List<IdentityRequest> asked = identities(person);
        asked.forEach(entities::remove);
        sent += (int) children(person).stream().filter(ApplicationChild::isSent).count();
        return new ErasureReport(
                erased + asked.size(),
                0,
                sent == 0
                        ? List.of()
                        : List.of(
                                new Kept(
                                        TEXTS.text("kept.sent", sent),
                                        TEXTS.text("kept.accounts"))));
    }

    /** With its children and its tax notice. */
    void forget(Application application) {
        application.noticeFile().ifPresent(files::delete);
        entities.createNamedQuery("ApplicationChild.of", ApplicationChild.class)
                .setParameter("applications", List.of(application.id()))
                .getResultList()
                .forEach(entities::remove);
        entities.flush();
        entities.remove(application);
    }
}
