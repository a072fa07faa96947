package fr.preau.portal.dispatch;

import fr.preau.api.route.Refusal;
import fr.preau.core.files.SentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form that carries files ({@code multipart/form-data}, RFC 7578), part by part as it
 * arrives: its fields are values as in any other form, its files go elsewhere.
 *
 * <p>Commons FileUpload finds the parts. The servlet's own way, {@code getParts}, is open to a
 * servlet that declares it, and here a filter dispatches.
 */
final class MultipartForm {

    /** The content type of such a form, without its boundary. */
    static final String TYPE = "multipart/form-data";

    /** A long name of a file in Arabic or in emojis takes most of it. */
    private static final int LARGEST_HEADER = 8_192;

    /** RFC 2046. */
    private static final int LONGEST_BOUNDARY = 70;

    /** Where the files of a form go. */
    @FunctionalInterface
    interface Files {
        SentFile take(String name, @Nullable String declaredType, InputStream content)
                throws IOException;
    }

    private final BiConsumer<String, String> fields;
    private final Files taking;
    private final Map<String, List<SentFile>> files = new LinkedHashMap<>();
    private int parts;
    private int textLeft = InputReader.LARGEST_BODY;

    /**
     * @param fields takes what the fields hold
     * @param taking takes what the files hold, to their end
     */
    MultipartForm(BiConsumer<String, String> fields, Files taking) {
        this.fields = fields;
        this.taking = taking;
    }

    /**
     * Reads a form to its end.
     *
     * @param contentType with the boundary between its parts
     * @return the files by the names of their fields; a field in which none was chosen is absent
     */
    Map<String, List<SentFile>> read(String contentType, InputStream body) throws IOException {
        try {
            MultipartInput input = input(contentType, body);
            boolean more = input.skipPreamble();
            if (!more) {
                throw broken();
            }
            while (more) {
                if (++parts > InputReader.MOST_VALUES) {
                    throw Refusal.ofType(400, "too-many-values");
                }
                part(new PartHeader(input.readHeaders()), input);
                more = input.readBoundary();
            }
            return files;
        } catch (FileUploadException e) {
            throw broken();
        }
    }

    private static Refusal broken() {
        return Refusal.ofType(400, "broken-form");
    }

    private static MultipartInput input(String contentType, InputStream body) throws IOException {
        String boundary = PartHeader.parameters(contentType).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw broken();
        }
        MultipartInput input =
                MultipartInput.builder()
                        .setInputStream(body)
                        .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                        .setPartHeaderSizeMax(LARGEST_HEADER)
                        .get();
        input.setHeaderCharset(StandardCharsets.UTF_8);
        return input;
    }

    private void part(PartHeader header, MultipartInput input) throws IOException {
        try (InputStream content = input.newInputStream()) {
            String field = header.field();
            String fileName = header.fileName();
            if (field == null || fileName != null && fileName.isBlank()) {
                // Nothing of a form, or a field in which no file was chosen.
                content.transferTo(OutputStream.nullOutputStream());
            } else if (fileName == null) {
                fields.accept(field, text(content));
            } else {
                files.computeIfAbsent(field, name -> new ArrayList<>(1))
                        .add(taking.take(fileName, header.contentType(), content));
            }
        }
    }

    private String text(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(textLeft + 1);
        if (bytes.length > textLeft) {
            throw Refusal.ofType(413, "too-large");
        }
        textLeft -= bytes.length;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.ofType(400, "not-utf-8");
        }
    }
}
