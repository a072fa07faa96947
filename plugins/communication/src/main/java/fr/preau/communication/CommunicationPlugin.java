package fr.preau.communication;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.safety.Writing;
import fr.preau.communication.messages.KeptOfPerson;
import fr.preau.communication.messages.Messaging;
import fr.preau.communication.recipients.ChoosingRecipients;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Messages between the people of a collège.
 *
 * <p>What the host hands over is bound to the collège and the unit of work of the current request,
 * so one instance serves all collèges and all threads, and keeps nothing itself.
 */
@Component(service = Plugin.class)
public final class CommunicationPlugin implements Plugin {

    private final Messaging messaging;
    private final ChoosingRecipients choosing;
    private final PersonalData kept;

    @Activate
    public CommunicationPlugin(
            @Reference EntityManager entities,
            @Reference Directory directory,
            @Reference Writing writing,
            @Reference NewIds ids,
            @Reference Notices notices,
            @Reference Clock clock) {
        WritingRules rules = new WritingRules(directory);
        WritingGuard guard = new WritingGuard(writing);
        this.messaging = new Messaging(entities, directory, rules, guard, ids, notices, clock);
        this.choosing = new ChoosingRecipients(rules, guard);
        this.kept = new KeptOfPerson(entities, directory, ids, clock);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return Stream.of(choosing.routes(), messaging.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Card<?>> cards() {
        return List.of(messaging.card());
    }

    @Override
    public List<Job> jobs() {
        return messaging.jobs();
    }

    @Override
    public Optional<PersonalData> personalData() {
        return Optional.of(kept);
    }
}
