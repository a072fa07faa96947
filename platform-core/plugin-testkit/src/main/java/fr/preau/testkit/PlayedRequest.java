package fr.preau.testkit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a server would hand it over, without a server.
 *
 * @param query behind the question mark
 * @param headers by their names in lower case
 * @param session the token of whoever calls
 */
record PlayedRequest(
        String method,
        String address,
        @Nullable String query,
        Map<String, String> headers,
        String session,
        byte[] body) {

    HttpServletRequest asServlet() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        PlayedRequest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (self, asked, arguments) -> answer(asked, arguments));
    }

    private @Nullable Object answer(Method asked, Object @Nullable [] arguments) {
        return switch (asked.getName()) {
            case "getMethod" -> method;
            case "getRequestURI" -> address;
            case "getQueryString" -> query;
            case "getHeader" ->
                    arguments == null ? null : headers.get(lower(String.valueOf(arguments[0])));
            case "getContentType" -> headers.get("content-type");
            case "getContentLengthLong" -> (long) body.length;
            case "getContentLength" -> body.length;
            case "getInputStream" -> new Body(new ByteArrayInputStream(body));
            case "getCookies" -> new Cookie[] {new Cookie("preau_session", session)};
            case "isSecure" -> true;
            case "getRemoteAddr" -> "127.0.0.1";
            case "toString" -> method + " " + address;
            case "hashCode" -> System.identityHashCode(this);
            case "equals" -> false;
            default ->
                    throw new UnsupportedOperationException(
                            asked.getName() + " of a request is not played by the kit");
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What was sent. */
    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read it at once");
        }
    }
}
