package fr.preau.canteen;

import fr.preau.api.data.NewIds;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.settings.Settings;
import fr.preau.canteen.tariff.Tariffs;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The canteen of collèges, from the tariff to the invoice. */
@Component(service = Plugin.class)
public final class CanteenPlugin implements Plugin {

    private final Tariffs tariffs;

    @Activate
    public CanteenPlugin(
            @Reference EntityManager entities,
            @Reference Settings settings,
            @Reference SchoolCalendar school,
            @Reference NewIds ids,
            @Reference Clock clock) {
        tariffs = new Tariffs(entities, settings, school, ids, clock);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return tariffs.routes();
    }
}
