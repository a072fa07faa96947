package fr.preau.canteen.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Step 4: who pays.
 *
 * @param ownShare in percent, where there are shares
 * @param ownEven whether the weeks with even numbers are the caller's, where they alternate
 * @param otherName who else pays
 */
public record PayersInput(
        @NotNull UUID application,
        @NotNull Split split,
        @Nullable String ownShare,
        @Nullable Boolean ownEven,
        @Nullable @Size(max = 160) String otherName,
        @NotBlank @Size(min = 6, max = 80) @Pattern(regexp = MAIL) String mail) {

    /** As PayFiP takes it. */
    static final String MAIL = "[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}";

    private static final java.util.regex.Pattern PERCENT =
            java.util.regex.Pattern.compile("([1-9][0-9]?) ?%?");

    /** 1 to 99; null where it can't be read. */
    @Nullable Integer percent() {
        java.util.regex.Matcher typed =
                PERCENT.matcher(Objects.requireNonNullElse(ownShare, "").strip());
        return typed.matches() ? Integer.valueOf(typed.group(1)) : null;
    }

    String typedShare() {
        return Objects.requireNonNullElse(ownShare, "");
    }

    String typedOther() {
        return Objects.requireNonNullElse(otherName, "").strip();
    }
}
