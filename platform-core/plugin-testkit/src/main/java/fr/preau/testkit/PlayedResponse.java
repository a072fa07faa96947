package fr.preau.testkit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came back, kept as a server would send it. */
final class PlayedResponse {

    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> cookies = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    int status() {
        return status;
    }

    @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    Map<String, String> cookies() {
        return cookies;
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    HttpServletResponse asServlet() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        PlayedResponse.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (self, asked, arguments) ->
                                answer(asked, arguments == null ? new Object[0] : arguments));
    }

    private @Nullable Object answer(Method asked, Object[] arguments) {
        switch (asked.getName()) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader", "addHeader" -> keep(text(arguments[0]), text(arguments[1]));
            case "setContentType" -> keep("content-type", text(arguments[0]));
            case "setContentLength", "setContentLengthLong" ->
                    keep("content-length", text(arguments[0]));
            case "addCookie" -> keep((Cookie) arguments[0]);
            case "flushBuffer" -> {
                // All of it is kept.
            }
            case "getStatus" -> {
                return status;
            }
            case "getHeader" -> {
                return header(text(arguments[0]));
            }
            case "isCommitted" -> {
                return body.size() > 0;
            }
            case "getOutputStream" -> {
                return new Body(body);
            }
            case "reset", "resetBuffer" -> body.reset();
            default ->
                    throw new UnsupportedOperationException(
                            asked.getName() + " of a response is not played by the kit");
        }
        return null;
    }

    private static String text(Object argument) {
        return String.valueOf(argument);
    }

    private void keep(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
    }

    private void keep(Cookie cookie) {
        cookies.put(cookie.getName(), cookie.getValue());
    }

    /** Where the answer is written. */
    private static final class Body extends ServletOutputStream {

        private final ByteArrayOutputStream bytes;

        Body(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int one) {
            bytes.write(one);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("write it at once");
        }
    }
}
