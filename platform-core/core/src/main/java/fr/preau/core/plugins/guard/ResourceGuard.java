package fr.preau.core.plugins.guard;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/** What a module reads by an address: the entries of its own jar. */
@Guarding("network")
public final class ResourceGuard {

    private ResourceGuard() {}

    @InsteadOf(Class.class)
    public static @Nullable URL getResource(Class<?> type, String name) {
        return Caller.now().owns(type) ? type.getResource(name) : null;
    }

    @InsteadOf(Class.class)
    public static @Nullable InputStream getResourceAsStream(Class<?> type, String name) {
        return Caller.now().owns(type) ? type.getResourceAsStream(name) : null;
    }

    @InsteadOf(URL.class)
    public static InputStream openStream(URL address) throws IOException {
        return own(address).openStream();
    }

    @InsteadOf(URL.class)
    public static URLConnection openConnection(URL address) throws IOException {
        return own(address).openConnection();
    }

    @InsteadOf(URL.class)
    public static Object getContent(URL address) throws IOException {
        return own(address).getContent();
    }

    @InsteadOf(URL.class)
    public static Object getContent(URL address, Class<?>[] types) throws IOException {
        return own(address).getContent(types);
    }

    private static URL own(URL address) {
        boolean own =
                address.getProtocol().equals("bundle")
                        && address.getHost().equals(Caller.now().host());
        if (!own) {
            throw Refused.because(
                    "java.net.URL to open "
                            + address.getProtocol()
                            + ": the host opens"
                            + " connections (permission « network »)");
        }
        return address;
    }
}
