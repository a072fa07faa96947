package fr.preau.communication.news;

import fr.preau.api.directory.Directory;
import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.route.Caller;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.levels.PeopleOfClasses;
import fr.preau.communication.wording.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tells those who publish that somebody waits for them, and authors what became of their news.
 *
 * <p>Readers are told nothing, unless the principal alerts them: news stand on the accueil, and a
 * bell for each would soon be one that nobody hears.
 */
final class NewsTidings {

    /** As the manifest declares it. */
    private static final String DESK = "news-desk";

    private static final String ALERT = "alert";

    private static final int STAFF_AT_MOST = 200;

    private final Notices notices;
    private final Directory directory;

    NewsTidings(Notices notices, Directory directory) {
        this.notices = notices;
        this.directory = directory;
    }

    /**
     * What somebody has just done.
     *
     * @param before the version that was acted on
     */
    void done(NewsAct act, News news, int before, Caller caller) {
        if (act == NewsAct.SEND) {
            tell(news, "review", publishers(caller.person()));
            return;
        }
        if (act == NewsAct.ALERT) {
            alert(news);
            return;
        }
        if (act == NewsAct.TAKE_BACK || act == NewsAct.ARCHIVE) {
            notices.withdraw(alertKey(news.id()));
        }
        // Whoever else was asked to read it has nothing to do any more.
        notices.withdraw(key(news.id(), "review", before));
        PersonId author = new PersonId(news.author());
        boolean byAnother = !news.isBy(caller);
        if (byAnother && act == NewsAct.GIVE_BACK) {
            tell(news, "returned", List.of(author));
        } else if (byAnother && act == NewsAct.PUBLISH) {
            tell(news, "published", List.of(author));
        }
    }

    private void tell(News news, String what, List<PersonId> whom) {
        notices.tell(
                Notice.of(
                        DESK,
                        key(news.id(), what, news.version()),
                        Wording.of("news.told." + what, news.title()),
                        "/newsroom/" + news.id()),
                whom);
    }

    /** Told again, nobody is told twice. */
    private void alert(News news) {
        notices.tell(
                Notice.of(
                        ALERT,
                        alertKey(news.id()),
                        Wording.of("news.told.alert", news.title()),
                        "/news/" + news.id()),
                readers(news.readership()));
    }

    static String alertKey(UUID news) {
        return "news-alert-" + news;
    }

    /** Five statements at most. */
    private Set<PersonId> readers(Readership whom) {
        List<ClassId> classes =
                directory.classes().stream()
                        .filter(each -> whom.isForAll() || isIn(each, whom.places()))
                        .map(SchoolClass::id)
                        .toList();
        Set<PersonId> readers = new HashSet<>();
        for (Profile profile : whom.profiles()) {
            PeopleOfClasses.of(profile, classes, directory)
                    .forEach(person -> readers.add(person.id()));
        }
        return readers;
    }

    private static boolean isIn(SchoolClass schoolClass, Set<Place> places) {
        return places.contains(new Place.OneClass(schoolClass.id()))
                || Place.Level.of(schoolClass).filter(places::contains).isPresent();
    }

    private static String key(UUID news, String what, int version) {
        return "news-" + what + "-" + news + "-" + version;
    }

    private List<PersonId> publishers(PersonId sender) {
        return directory.search("", Set.of(Profile.STAFF), STAFF_AT_MOST).stream()
                .filter(person -> Desk.publishes(person.functions()))
                .map(Person::id)
                .filter(person -> !person.equals(sender))
                .toList();
    }
}
