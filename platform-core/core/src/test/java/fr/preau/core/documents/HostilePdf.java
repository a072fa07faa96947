package fr.preau.core.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A PDF that is written by hand, object after object, so that it may be as bad as one likes. */
final class HostilePdf {

    private final List<byte[]> objects = new ArrayList<>();

    /** A document whose first page says this of itself beside its parent. */
    static HostilePdf ofPage(String entries) {
        return new HostilePdf()
                .with("<< /Type /Catalog /Pages 2 0 R >>")
                .with("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
                .with("<< /Type /Page /Parent 2 0 R " + entries + " >>");
    }

    HostilePdf with(String object) {
        objects.add(object.getBytes(ISO_8859_1));
        return this;
    }

    /** The next object, a stream. */
    HostilePdf withStream(String entries, byte[] content) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(
                ("<< " + entries + " /Length " + content.length + " >>\nstream\n")
                        .getBytes(ISO_8859_1));
        object.writeBytes(content);
        object.writeBytes("\nendstream".getBytes(ISO_8859_1));
        objects.add(object.toByteArray());
        return this;
    }

    byte[] bytes() {
        return bytes("");
    }

    /**
     * @param trailer more entries of the trailer
     */
    byte[] bytes(String trailer) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        pdf.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        for (int at = 0; at < objects.size(); at++) {
            places.add(pdf.size());
            pdf.writeBytes(((at + 1) + " 0 obj\n").getBytes(ISO_8859_1));
            pdf.writeBytes(objects.get(at));
            pdf.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        }
        int table = pdf.size();
        StringBuilder end = new StringBuilder();
        end.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> end.append("%010d 00000 n \n".formatted(place)));
        end.append("trailer << /Size ").append(objects.size() + 1).append(" /Root 1 0 R ");
        end.append(trailer).append(" >>\nstartxref\n").append(table).append("\n%%EOF\n");
        pdf.writeBytes(end.toString().getBytes(ISO_8859_1));
        return pdf.toByteArray();
    }

    /** So much of one sign, packed. */
    static byte[] packed(char sign, long count) {
        byte[] piece = String.valueOf(sign).repeat(1_000_000).getBytes(ISO_8859_1);
        return packed(
                out -> {
                    for (long left = count; left > 0; left -= piece.length) {
                        out.write(piece, 0, (int) Math.min(piece.length, left));
                    }
                });
    }

    static byte[] packed(byte[] content) {
        return packed(out -> out.write(content));
    }

    private interface Content {
        void to(DeflaterOutputStream out) throws IOException;
    }

    private static byte[] packed(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
