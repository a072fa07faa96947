package fr.preau.communication.school;

import fr.preau.api.settings.Settings;
import java.time.LocalDate;
import java.util.Optional;

/** Settings of a collège where no test comes near a limit. */
public final class WideSettings implements Settings {

    @Override
    public String text(String key) {
        return "";
    }

    @Override
    public int integer(String key) {
        return 100_000;
    }

    @Override
    public boolean bool(String key) {
        return false;
    }

    @Override
    public String choice(String key) {
        throw new IllegalArgumentException("there is no choice « " + key + " »");
    }

    @Override
    public Optional<LocalDate> date(String key) {
        return Optional.empty();
    }
}
