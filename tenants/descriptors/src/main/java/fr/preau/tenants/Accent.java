package fr.preau.tenants;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The accent colour of a collège, dark enough to carry white text.
 *
 * @param hex {@code #rrggbb}
 */
public record Accent(String hex) {

    /** WCAG 2.1, success criterion 1.4.3: the least contrast of ordinary text. */
    public static final double LEAST_CONTRAST = 4.5;

    private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");

    public Accent {
        Check.shape(hex, SHAPE, "a colour like \"#1f5f8b\"");
        double contrast = contrastWithWhite(hex);
        if (contrast < LEAST_CONTRAST) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "white text on %s has a contrast of %.2f, at least %.1f is needed",
                            hex,
                            contrast,
                            LEAST_CONTRAST));
        }
    }

    /** The WCAG contrast ratio of white text on this colour, 1 to 21. */
    public double contrastWithWhite() {
        return contrastWithWhite(hex);
    }

    private static double contrastWithWhite(String hex) {
        double luminance =
                0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String hex, int from) {
        double channel = Integer.parseInt(hex.substring(from, from + 2), 16) / 255.0;
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return hex;
    }
}
