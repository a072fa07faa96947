package fr.preau.tenants.people;

import fr.preau.tenants.Headcount;
import fr.preau.tenants.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of one collège and the teaching posts they need, before anyone has a name. */
final class SchoolPlan {

    /** 18 hours a week (décret 2014-940). */
    static final int HALF_HOURS_OF_A_POST = 36;

    private final Map<Level, LevelPlan> levels = new EnumMap<>(Level.class);
    private final List<TeachingPost> posts = new ArrayList<>();

    SchoolPlan(Headcount headcount) {
        for (Level level : Level.values()) {
            levels.put(level, new LevelPlan(level, headcount.of(level)));
        }
        for (Subject subject : Subject.values()) {
            fill(subject, teachings(subject));
        }
        for (LevelPlan level : levels.values()) {
            level.classes().forEach(this::chooseHeadTeacher);
        }
    }

    LevelPlan level(Level level) {
        LevelPlan plan = levels.get(level);
        if (plan == null) {
            throw new IllegalStateException("every level has its plan");
        }
        return plan;
    }

    List<LevelPlan> levels() {
        return List.copyOf(levels.values());
    }

    List<TeachingPost> posts() {
        return posts;
    }

    /** The post with the fewest hours of a subject, which is the one worth sharing. */
    Optional<TeachingPost> lightest(Subject subject) {
        return posts.stream()
                .filter(post -> post.subject() == subject)
                .min(Comparator.comparing(TeachingPost::halfHours));
    }

    private List<Teaching> teachings(Subject subject) {
        List<Teaching> teachings = new ArrayList<>();
        for (LevelPlan level : levels.values()) {
            if (subject.halfHours(level.level()) == 0) {
                continue;
            }
            List<String> divisions =
                    subject.chosen()
                            ? level.option(subject).map(LevelPlan.Option::groups).orElse(List.of())
                            : level.classes();
            for (String division : divisions) {
                teachings.add(new Teaching(subject, level.level(), division, subject.chosen()));
            }
        }
        return teachings;
    }

    private void fill(Subject subject, List<Teaching> teachings) {
        int total = teachings.stream().mapToInt(Teaching::halfHours).sum();
        int count = (total + HALF_HOURS_OF_A_POST - 1) / HALF_HOURS_OF_A_POST;
        List<TeachingPost> own = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            own.add(new TeachingPost(posts.size() + number, subject));
        }
        for (Teaching teaching : teachings) {
            own.stream()
                    .min(Comparator.comparing(TeachingPost::halfHours))
                    .ifPresent(post -> post.add(teaching));
        }
        posts.addAll(own);
    }

    /** Of the teachers who have the whole class, one who heads the fewest classes so far. */
    private void chooseHeadTeacher(String schoolClass) {
        posts.stream()
                .filter(post -> !post.subject().oftenOnTwoColleges())
                .filter(post -> post.teaches(schoolClass))
                .min(Comparator.comparing(post -> post.headOf().size()))
                .ifPresent(post -> post.head(schoolClass));
    }
}
