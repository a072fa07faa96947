package fr.preau.core.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file, decoded strictly from the encoding that it announces.
 *
 * <p>It knows why it came to an end. A parser's message can't be asked: it speaks the language of
 * the machine.
 */
final class AafText extends Reader {

    /** Why there is no more text. */
    enum End {
        NOT_YET,
        /** The last byte has been read. */
        LAST_BYTE,
        /** Bytes follow that mean nothing in the announced encoding. */
        WRONG_BYTES,
        /** A tag, a comment or a value goes on and on. */
        ENDLESS,
        /** The announced encoding is not one of a delivery. */
        UNKNOWN_ENCODING,
        /** The disk failed. */
        UNREADABLE
    }

    /** The two of the académie, and what they are often mistaken for. */
    private static final Set<String> ENCODINGS =
            Set.of("UTF-8", "ISO-8859-15", "ISO-8859-1", "windows-1252", "US-ASCII");

    private static final Pattern DECLARATION =
            Pattern.compile(
                    "^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9][A-Za-z0-9._-]*)[\"']",
                    Pattern.DOTALL);

    private static final int LONGEST_DECLARATION = 200;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Far more than a tag or a value has; the parser would keep all of it in memory. */
    private static final int LONGEST_RUN = 100_000;

    private final InputStream in;
    private final Optional<CharsetDecoder> decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
    private End end = End.NOT_YET;
    private boolean lastByteRead;
    private int sinceOpening;
    private int sinceClosing;

    private AafText(InputStream in, Optional<CharsetDecoder> decoder) {
        this.in = in;
        this.decoder = decoder;
    }

    static AafText open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new AafText(in, decoder(in));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Both encodings agree on the letters of the declaration. */
    private static Optional<CharsetDecoder> decoder(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
        in.mark(LONGEST_DECLARATION);
        String beginning =
                new String(in.readNBytes(LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        in.reset();
        Matcher announced = DECLARATION.matcher(beginning);
        return charset(announced.find() ? announced.group(1) : "UTF-8")
                .map(
                        charset ->
                                charset.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** By any of its names, as in {@code utf8}. */
    private static Optional<Charset> charset(String name) {
        return Charset.isSupported(name)
                ? Optional.of(Charset.forName(name))
                        .filter(found -> ENCODINGS.contains(found.name()))
                : Optional.empty();
    }

    /** Why the reader of this text got no more of it. */
    End end() {
        return end;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        CharsetDecoder letters =
                decoder.orElseThrow(() -> ended(End.UNKNOWN_ENCODING, new IOException("encoding")));
        CharBuffer text = CharBuffer.wrap(into, offset, length);
        while (true) {
            CoderResult result = letters.decode(bytes, text, lastByteRead);
            int read = text.position() - offset;
            // What stands before wrong bytes is given first, so that the parser knows the line.
            if (read > 0) {
                refuseEndless(into, offset, read);
                return read;
            }
            boolean cutLetter = lastByteRead && result.isError() && isAllThatIsLeft(result);
            if (result.isError() && !cutLetter) {
                throw ended(End.WRONG_BYTES, new CharacterCodingException());
            }
            if (lastByteRead) {
                end = End.LAST_BYTE;
                return -1;
            }
            fill();
        }
    }

    private boolean isAllThatIsLeft(CoderResult wrong) {
        return wrong.length() == bytes.remaining();
    }

    private void fill() throws IOException {
        bytes.compact();
        try {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            lastByteRead = read < 0;
            bytes.position(bytes.position() + Math.max(0, read));
        } catch (IOException e) {
            throw ended(End.UNREADABLE, e);
        } finally {
            bytes.flip();
        }
    }

    private void refuseEndless(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            sinceOpening = text[i] == '<' ? 0 : sinceOpening + 1;
            sinceClosing = text[i] == '>' ? 0 : sinceClosing + 1;
        }
        if (Math.max(sinceOpening, sinceClosing) > LONGEST_RUN) {
            throw ended(End.ENDLESS, new IOException("endless"));
        }
    }

    private IOException ended(End why, IOException problem) {
        end = why;
        return problem;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
