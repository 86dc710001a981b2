package org.tillwright.web.admin.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.web.edge.FailedPage;

/**
 * Refuses what is too large before a byte of it is read, with a sentence. The container's own limit, which web.xml sets to the
 * same numbers, would drop the whole form without a word.
 */
public class UploadLimit extends HttpFilter {

    /** The largest file that a page takes. */
    public static final int FILE_MEGABYTES = 10;

    public static final long FILE_BYTES = FILE_MEGABYTES * 1024L * 1024L;

    /** The largest form, with a file in it and some room for the fields around it. */
    static final long FORM_BYTES = FILE_BYTES + 1024L * 1024L;

    private static final int PLAIN_MEGABYTES = 1;

    /** The largest form without a file. */
    static final long PLAIN_FORM_BYTES = PLAIN_MEGABYTES * 1024L * 1024L;

    @Inject
    Words words;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isTooLarge(request)) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A browser says how long a form is; what does not say, and would have to be read to find out, is none. */
    private static boolean isTooLarge(HttpServletRequest request) {
        boolean hasBody =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        return hasBody
                && (request.getContentLengthLong() > mostBytes(request.getServletPath(), request.getContentType())
                        || request.getHeader("Transfer-Encoding") != null);
    }

    /** Files come from people who are signed in: nobody else may fill the disk, and the container reads no longer form. */
    static long mostBytes(String path, @Nullable String mediaType) {
        boolean mayHoldFile = path.startsWith("/admin/")
                && mediaType != null
                && mediaType.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return mayHoldFile ? FORM_BYTES : PLAIN_FORM_BYTES;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPlain = mostBytes(request.getServletPath(), request.getContentType()) == PLAIN_FORM_BYTES;
        String sentence = words.with("shell.message.tooLarge", isPlain ? PLAIN_MEGABYTES : FILE_MEGABYTES);
        response.setHeader("Connection", "close"); // the rest of it is not waited for
        if (MessageAnswer.isForScript(request)) {
            MessageAnswer.write(response, sentence);
        } else {
            FailedPage.tell(request, sentence);
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }
}
