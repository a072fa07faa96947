package fr.preau.communication.circulars;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.levels.SchoolLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whom somebody may write a circular to: the staff to all, a teacher to the guardians of their own
 * classes.
 */
record Targets(List<Target> all) {

    static Targets of(Caller writer, Directory directory) {
        boolean teacher = writer.profile() == Profile.TEACHER;
        List<SchoolClass> classes =
                teacher ? directory.classesOf(writer.person()) : directory.classes();
        List<Target> targets = new ArrayList<>();
        if (!teacher) {
            targets.add(new Target(Target.EVERYBODY, "", classes));
            levels(classes)
                    .forEach((level, of) -> targets.add(new Target("level:" + level, level, of)));
        }
        for (SchoolClass one : classes) {
            targets.add(new Target("class:" + one.id(), one.name(), List.of(one)));
        }
        return new Targets(List.copyOf(targets));
    }

    private static Map<String, List<SchoolClass>> levels(List<SchoolClass> classes) {
        Map<String, List<SchoolClass>> levels = new TreeMap<>(Comparator.reverseOrder());
        for (SchoolClass one : classes) {
            SchoolLevel.of(one)
                    .map(SchoolLevel::shortName)
                    .ifPresent(
                            level ->
                                    levels.computeIfAbsent(level, l -> new ArrayList<>()).add(one));
        }
        return levels;
    }

    List<Target> chosen(Collection<String> codes) {
        return all.stream().filter(target -> codes.contains(target.code())).toList();
    }

    /** Whether one of the codes is none of these: made up, or of a class that is not theirs. */
    boolean excludesOneOf(Collection<String> codes) {
        Set<String> known = all.stream().map(Target::code).collect(Collectors.toSet());
        return !known.containsAll(codes);
    }

    static Set<SchoolClass> classes(List<Target> chosen) {
        return chosen.stream()
                .flatMap(target -> target.classes().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
