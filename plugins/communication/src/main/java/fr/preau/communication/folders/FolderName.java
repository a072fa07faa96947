package fr.preau.communication.folders;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Violations;
import fr.preau.communication.wording.Wording;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A name as it was typed for a folder, on one line. */
record FolderName(String text) {

    static FolderName typed(@Nullable String typed) {
        return new FolderName(
                Objects.requireNonNullElse(typed, "")
                        .replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
                        .strip());
    }

    boolean fits() {
        return !text.isEmpty() && text.length() <= Folder.LONGEST_NAME;
    }

    static Violations misfit(Caller caller) {
        return problem(caller, "problem.folder.name", Folder.LONGEST_NAME);
    }

    Violations taken(Caller caller) {
        return problem(caller, "problem.folder.twice", text);
    }

    static Violations problem(Caller caller, String key, Object argument) {
        return Violations.of("name", Wording.of(Wording.to(caller.profile(), key), argument));
    }
}
