package org.example.lostandfound;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.event.Events;
import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.settings.Settings;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.example.lostandfound.items.GivingAway;
import org.example.lostandfound.items.ItemRoutes;
import org.example.lostandfound.items.Items;
import org.example.lostandfound.items.KeptOfPerson;
import org.example.lostandfound.items.ReturnRoutes;
import org.example.lostandfound.items.Returning;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The lost property of a collège.
 *
 * <p>What the host hands over is bound to the collège and the unit of work of the current request,
 * so one instance serves all collèges and keeps nothing itself.
 */
@Component(service = Plugin.class)
public final class LostAndFoundPlugin implements Plugin {

    private final ItemRoutes items;
    private final ReturnRoutes returns;
    private final GivingAway givingAway;
    private final KeptOfPerson kept;

    @Activate
    public LostAndFoundPlugin(
            @Reference EntityManager entities,
            @Reference Directory directory,
            @Reference FileStore files,
            @Reference Events events,
            @Reference Settings settings,
            @Reference NewIds ids,
            @Reference Clock clock) {
        this.items = new ItemRoutes(new Items(entities, files, events, ids, clock), clock);
        this.returns = new ReturnRoutes(new Returning(entities, directory, files, ids, clock));
        this.kept = new KeptOfPerson(entities);
        this.givingAway = new GivingAway(entities, files, settings, clock);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return Stream.of(items.routes(), returns.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Card<?>> cards() {
        return List.of(items.card());
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.daily("give-away", LocalTime.of(3, 30), givingAway::run));
    }

    @Override
    public Optional<PersonalData> personalData() {
        return Optional.of(kept);
    }
}
