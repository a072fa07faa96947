package org.example.lostandfound.items;

import fr.preau.api.files.Upload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A found item as it was typed; the host says in French what is wrong with it.
 *
 * @param key the hidden key of the form: sent twice it enters one item
 */
public record EnterInput(
        @Nullable UUID key,
        @NotBlank @Size(max = FoundItem.LONGEST) String what,
        @NotBlank @Size(max = FoundItem.LONGEST) String place,
        @NotNull @PastOrPresent LocalDate foundOn,
        @Nullable Upload photo) {

    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png", "image/webp");

    /** What the field offers binds nobody, so what came is looked at. */
    boolean photoCanBeShown() {
        return photo == null || PHOTOS.contains(photo.contentType());
    }
}
