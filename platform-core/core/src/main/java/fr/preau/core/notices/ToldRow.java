package fr.preau.core.notices;

import fr.preau.api.notice.Notice;
import fr.preau.api.school.PersonId;
import fr.preau.core.plugins.manifest.DeclaredNotice.Urgency;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice as one person gets it. */
record ToldRow(PersonId person, String module, Notice notice, Urgency urgency, LocalDateTime at) {

    static final String COLUMNS =
            "(person_id, module, kind, told_key, title, path, child_id, urgency, told_at)";

    static final String HOLES = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** What goes into the holes. */
    List<@Nullable Object> values() {
        PersonId child = notice.child();
        return Arrays.asList(
                person.toString(),
                module,
                notice.kind(),
                notice.key(),
                notice.title(),
                notice.path(),
                child == null ? null : child.toString(),
                urgency.name(),
                at);
    }

    /** The same for everybody, so that two who tell the same never wait for each other. */
    String order() {
        return module + " " + notice.key() + " " + person;
    }
}
