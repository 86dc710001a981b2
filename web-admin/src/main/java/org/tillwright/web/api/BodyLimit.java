package org.tillwright.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tillwright.server.ProblemCode;
import org.tillwright.server.Refused;
import org.tillwright.web.api.refusal.Problems;

/** Refuses a body that is too long: before reading it when it says its length, and while reading it otherwise. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {

    static final long MOST_BYTES = 4L * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (announced(request) > MOST_BYTES) {
            request.abortWith(Problems.answer(ProblemCode.TOO_LARGE, detail()));
        } else if (request.hasEntity()) {
            request.setEntityStream(new Limited(request.getEntityStream()));
        }
    }

    /** The length as a long: the JAX-RS one is an int, which a large enough length does not fit. */
    private static long announced(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private static String detail() {
        return "The message is longer than " + MOST_BYTES / 1024 / 1024 + " MiB; send less at once.";
    }

    /** Counts what is read. */
    static final class Limited extends FilterInputStream {

        private long bytesRead;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) {
            bytesRead += bytes;
            if (bytesRead > MOST_BYTES) {
                throw new Refused(ProblemCode.TOO_LARGE, detail());
            }
        }
    }
}
