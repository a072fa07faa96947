package fr.preau.core.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Contents that begin as real files do. */
final class Bytes {

    static final byte[] JPEG = hex("ffd8ffe000104a46494600010100000100010000ffdb0043000302");
    static final byte[] PNG = hex("89504e470d0a1a0a0000000d4948445200000001000000010802000000");
    static final byte[] GIF = "GIF89a\u0001\u0000\u0001\u0000".getBytes(UTF_8);
    static final byte[] WEBP =
            concat("RIFF".getBytes(UTF_8), hex("24000000"), "WEBPVP8 ".getBytes(UTF_8));
    static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n".getBytes(UTF_8);
    static final byte[] PROGRAM =
            concat("MZ".getBytes(UTF_8), hex("90000300000004000000ffff0000b8"));
    static final byte[] HTML =
            "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8);
    static final byte[] SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                    .getBytes(UTF_8);
    static final byte[] TABLE = "nom;prénom\nLefèvre;Zoé\n".getBytes(UTF_8);

    private Bytes() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A photo as large as asked for, of which no two pieces are alike. */
    static byte[] photo(int size) {
        byte[] photo = new byte[size];
        new Random(20_261_124L + size).nextBytes(photo);
        System.arraycopy(JPEG, 0, photo, 0, Math.min(JPEG.length, size));
        return photo;
    }

    static byte[] noise(int size) {
        byte[] noise = new byte[size];
        Arrays.fill(noise, (byte) 0xF1);
        return noise;
    }

    /** An archive with one entry of this name, as office programs write them. */
    static byte[] zip(String entry) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<x/>".getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
