package fr.preau.communication.circulars;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A value as it stands in an address. */
public final class Address {

    private Address() {}

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
