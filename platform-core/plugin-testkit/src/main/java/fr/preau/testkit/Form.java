package fr.preau.testkit;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody fills into a form and sends, with files where the form has fields for them. */
public final class Form {

    private record Field(String name, String value) {}

    private record Attached(String field, String name, String type, byte[] content) {}

    private static final String BOUNDARY = "----preau-kit-form";

    private final List<Field> fields = new ArrayList<>();
    private final List<Attached> files = new ArrayList<>();

    private Form() {}

    /** A form in which nothing is filled in. */
    public static Form empty() {
        return new Form();
    }

    /**
     * @param namesAndValues by turns
     */
    public static Form of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        Form form = new Form();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    /** With one more value; of the same name there may be several. */
    public Form with(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    /** With a file, as a browser sends it. */
    public Form withFile(String field, String name, String type, byte[] content) {
        files.add(new Attached(field, name, type, content.clone()));
        return this;
    }

    /** The same with the token that every form of a page holds. */
    Form signed(String token) {
        Form signed = new Form().with("_token", token);
        signed.fields.addAll(fields);
        signed.files.addAll(files);
        return signed;
    }

    String type() {
        return files.isEmpty()
                ? "application/x-www-form-urlencoded"
                : "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] body() {
        return files.isEmpty() ? encoded().getBytes(StandardCharsets.UTF_8) : multipart();
    }

    private String encoded() {
        return fields.stream()
                .map(field -> encoded(field.name) + "=" + encoded(field.value))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] multipart() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Field field : fields) {
            write(body, part(field.name, "") + "\r\n" + field.value + "\r\n");
        }
        for (Attached file : files) {
            write(
                    body,
                    part(file.field, "; filename=\"" + file.name + "\"")
                            + "Content-Type: "
                            + file.type
                            + "\r\n\r\n");
            body.writeBytes(file.content);
            write(body, "\r\n");
        }
        write(body, "--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static String part(String name, String more) {
        return "--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\""
                + more
                + "\r\n";
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
