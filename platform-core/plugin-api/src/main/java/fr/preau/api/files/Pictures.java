package fr.preau.api.files;

import java.util.Set;

/**
 * The pictures that may stand within a page. They hold nothing but points of colour; an SVG, which
 * holds a program, is not among them.
 */
final class Pictures {

    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    private Pictures() {}

    static boolean are(String contentType) {
        return TYPES.contains(contentType);
    }
}
