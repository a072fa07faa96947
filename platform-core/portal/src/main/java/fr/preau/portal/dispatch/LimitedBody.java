package fr.preau.portal.dispatch;

import fr.preau.api.route.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may not be longer than it may be, whatever length its sender declared. */
final class LimitedBody extends FilterInputStream {

    private final long most;
    private long left;

    LimitedBody(InputStream body, long most) {
        super(body);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        left -= Math.max(count, 0);
        if (left < 0) {
            throw tooLarge(most);
        }
        return count;
    }

    static Refusal tooLarge(long most) {
        return Refusal.ofType(413, "files-too-large", most / 1_000_000);
    }
}
