package ${package};

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note as it was typed; the host says in French what is wrong with it.
 *
 * @param id the hidden key of the form
 */
public record NoteInput(@Nullable UUID id, @NotBlank @Size(max = Note.LONGEST) String text) {}
