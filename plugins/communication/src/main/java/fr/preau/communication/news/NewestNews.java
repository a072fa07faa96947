package fr.preau.communication.news;

import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.communication.remembered.Remembered;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The newest of a collège for each profile: the same for everybody, and asked by each accueil. */
final class NewestNews {

    private final Map<Profile, Remembered<List<NewsRow>>> byProfile = new EnumMap<>(Profile.class);

    NewestNews(Clock clock) {
        for (Profile profile : Profile.values()) {
            byProfile.put(profile, new Remembered<>(clock));
        }
    }

    List<NewsRow> of(College college, Profile profile, Supplier<List<NewsRow>> read) {
        return Objects.requireNonNull(byProfile.get(profile)).of(college, read);
    }

    /** Something that people read has changed. */
    void forget() {
        byProfile.values().forEach(Remembered::forget);
    }
}
