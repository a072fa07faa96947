package fr.preau.portal.resume;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses within Préau: a link to the sign-in page must not lead elsewhere afterwards. */
public final class OwnAddress {

    private static final String ACCUEIL = "/";

    private OwnAddress() {}

    /** Whether one may go on there after signing in. */
    public static boolean isOne(@Nullable String address) {
        return address != null
                && address.matches("/[^\\\\\\p{Cntrl}]*")
                && !address.startsWith("//")
                && !address.startsWith("/sign-");
    }

    /** The address, or the accueil when it is not ours. */
    public static String orAccueil(@Nullable String address) {
        return address != null && isOne(address) ? address : ACCUEIL;
    }

    /**
     * The path and query of a whole address, or the accueil when it is not ours.
     *
     * @param host what this request calls our own host
     */
    public static String within(@Nullable String host, @Nullable String whole) {
        if (host == null || whole == null) {
            return ACCUEIL;
        }
        try {
            URI uri = URI.create(whole);
            if (!host.equalsIgnoreCase(uri.getAuthority()) || uri.getRawPath() == null) {
                return ACCUEIL;
            }
            String query = uri.getRawQuery();
            return orAccueil(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
        } catch (IllegalArgumentException e) {
            return ACCUEIL;
        }
    }
}
