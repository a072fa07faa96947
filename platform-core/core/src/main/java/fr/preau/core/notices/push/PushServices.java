package fr.preau.core.notices.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * The servers that browsers have messages brought by. A browser names its own, and so would whoever
 * wants Préau to knock at a door inside the network: no other server is ever spoken to.
 */
@FunctionalInterface
public interface PushServices {

    /** Whether this is an address at one of them. */
    boolean know(String endpoint);

    /** Those of the browsers in use: Chrome and Edge, Firefox, Safari, Windows. */
    static PushServices ofBrowsers() {
        List<String> hosts =
                List.of(
                        "fcm.googleapis.com",
                        "android.googleapis.com",
                        "push.services.mozilla.com",
                        "push.apple.com",
                        "notify.windows.com");
        return endpoint -> {
            try {
                URI address = new URI(endpoint);
                String host = address.getHost();
                if (host == null
                        || !"https".equals(address.getScheme())
                        || address.getPort() != -1
                        || address.getUserInfo() != null) {
                    return false;
                }
                String name = host.toLowerCase(Locale.ROOT);
                return hosts.stream()
                        .anyMatch(known -> name.equals(known) || name.endsWith("." + known));
            } catch (URISyntaxException e) {
                return false;
            }
        };
    }
}
