package org.tillwright.web.api;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses what is marked {@link Gzipped}: a snapshot shrinks to a tenth, and shops have thin lines. */
@Gzipped
@Provider
public class GzipAnswers implements WriterInterceptor {

    private static final String GZIP = "gzip";

    @Context
    HttpHeaders request;

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!takesGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))) {
            answer.proceed();
            return;
        }
        OutputStream plain = answer.getOutputStream();
        var compressed = new GZIPOutputStream(plain);
        answer.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, GZIP);
        answer.setOutputStream(compressed);
        answer.proceed();
        compressed.finish();
    }

    /** True when gzip is named and not weighted down to nothing. */
    static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String plain = coding.replace(" ", "");
            if (plain.startsWith(GZIP) && !plain.matches("gzip;q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
