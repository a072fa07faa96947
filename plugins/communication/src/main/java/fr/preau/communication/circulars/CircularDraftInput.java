package fr.preau.communication.circulars;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circular as it was typed.
 *
 * @param draft its identity, given with the empty form: sent twice, it is kept once
 * @param replaces the circular it corrects
 * @param to whom it is for, as codes of {@link Target}
 * @param options the choices, one a line
 * @param q the questions of a form, as in {@code q.1.label}
 */
public record CircularDraftInput(
        UUID draft,
        @Nullable UUID replaces,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<String> to,
        @Nullable AnswerKind kind,
        @Nullable RequiredFrom requiredFrom,
        @Nullable LocalDate deadline,
        @Nullable String options,
        @Nullable Map<String, String> q) {}
