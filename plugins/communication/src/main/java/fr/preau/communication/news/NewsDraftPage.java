package fr.preau.communication.news;

import fr.preau.api.school.Profile;
import fr.preau.communication.reports.Recourse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A news at the desk: as its readers will see it, whom it is for, and what may be done with it.
 *
 * @param author null if that person has left the collège
 * @param remark with which it came back from review
 * @param levels for whose classes it is; none, with no classes, for the whole collège
 * @param endAt null for no end
 * @param version to be named with whatever is done
 * @param changeable whether this person may change it
 * @param recourse whether the reader may take it from its readers
 */
public record NewsDraftPage(
        NewsView news,
        DeskPage.Stage stage,
        @Nullable String author,
        String remark,
        List<Profile> profiles,
        List<Integer> levels,
        List<String> classes,
        boolean forPublic,
        @Nullable Instant endAt,
        int version,
        boolean changeable,
        List<NewsAct> acts,
        Recourse recourse) {

    public NewsDraftPage {
        profiles = List.copyOf(profiles);
        levels = List.copyOf(levels);
        classes = List.copyOf(classes);
        acts = List.copyOf(acts);
    }

    public boolean wholeCollege() {
        return levels.isEmpty() && classes.isEmpty();
    }
}
