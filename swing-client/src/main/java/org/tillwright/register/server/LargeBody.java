package org.tillwright.register.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.MalformedMessageException;

/**
 * An answer that is read while it comes. Its reader takes a connection that broke for a message that ends too early; here
 * both are told apart.
 */
final class LargeBody extends FilterInputStream {

    private final long most;
    private long count;
    private @Nullable IOException failure;

    private LargeBody(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /**
     * Lets an answer be read to its end.
     *
     * @throws IOException if it did not come to its end, or is of more than so many bytes
     * @throws MalformedMessageException if it came, and is no message
     */
    static void read(InputStream in, long most, Consumer<InputStream> reader) throws IOException {
        LargeBody body = new LargeBody(in, most);
        try {
            reader.accept(body);
        } catch (MalformedMessageException e) {
            IOException broken = body.failure;
            if (broken != null) {
                broken.addSuppressed(e);
                throw broken;
            }
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = in.read(buffer, offset, length);
            count += Math.max(0, read);
            if (count > most) {
                throw new IOException("an answer of more than " + most + " bytes");
            }
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
