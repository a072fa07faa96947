package fr.preau.tenants.people;

import fr.preau.tenants.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the pupils of one level, known by their index only, are spread over classes and groups. */
final class LevelPlan {

    /** So that no class ever comes near the thirty that families are promised at most. */
    private static final int WANTED_CLASS_SIZE = 28;

    private final Level level;
    private final int pupils;
    private final List<String> classes;
    private final List<Option> options = new ArrayList<>();
    private final List<List<String>> groupsOf = new ArrayList<>();
    private final List<List<Subject>> chosenBy = new ArrayList<>();

    /** A chosen subject and the groups it is taught in. */
    record Option(Subject subject, List<String> groups) {}

    LevelPlan(Level level, int pupils) {
        this.level = level;
        this.pupils = pupils;
        this.classes = numbered(level.shortName(), parts(pupils));
        for (int index = 0; index < pupils; index++) {
            groupsOf.add(new ArrayList<>());
            chosenBy.add(new ArrayList<>());
        }
        if (level != Level.SIXIEME) {
            form(Subject.ESPAGNOL, "ESP", 0, 15);
            form(Subject.ALLEMAND, "ALL", 15, 18);
            form(Subject.ITALIEN, "ITA", 18, 20);
            form(Subject.LATIN, "LAT", 2, 5);
        }
    }

    Level level() {
        return level;
    }

    int pupils() {
        return pupils;
    }

    List<String> classes() {
        return classes;
    }

    List<Option> options() {
        return options;
    }

    String classOf(int index) {
        return classes.get(index % classes.size());
    }

    List<String> groupsOf(int index) {
        return groupsOf.get(index);
    }

    List<Subject> chosenBy(int index) {
        return chosenBy.get(index);
    }

    Optional<Option> option(Subject subject) {
        return options.stream().filter(option -> option.subject() == subject).findFirst();
    }

    /** Those whose taste (0 to 19) lies in the range choose the subject. */
    private void form(Subject subject, String shortName, int from, int to) {
        List<Integer> members = new ArrayList<>();
        for (int index = 0; index < pupils; index++) {
            int taste = (index / classes.size() + 7 * (index % classes.size())) % 20;
            if (taste >= from && taste < to) {
                members.add(index);
            }
        }
        if (members.isEmpty()) {
            return;
        }
        List<String> groups = new ArrayList<>();
        for (int number = 1; number <= parts(members.size()); number++) {
            groups.add(level.shortName() + shortName + number);
        }
        for (int rank = 0; rank < members.size(); rank++) {
            groupsOf.get(members.get(rank)).add(groups.get(rank % groups.size()));
            chosenBy.get(members.get(rank)).add(subject);
        }
        options.add(new Option(subject, groups));
    }

    private static int parts(int pupils) {
        return (pupils + WANTED_CLASS_SIZE - 1) / WANTED_CLASS_SIZE;
    }

    /** 6eA to 6eZ, then 6eAA. */
    private static List<String> numbered(String shortName, int count) {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String letter = String.valueOf((char) ('A' + number % 26));
            names.add(shortName + (number < 26 ? letter : "A" + letter));
        }
        return List.copyOf(names);
    }
}
