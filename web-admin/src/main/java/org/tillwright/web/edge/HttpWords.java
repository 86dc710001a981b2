package org.tillwright.web.edge;

import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** What a status means, for programs and for people, when HTTP itself says no before a service is asked. */
public final class HttpWords {

    /** What to do while the database is away. */
    public static final String DATABASE_AWAY = "The database does not answer just now; send the same again later.";

    private HttpWords() {}

    /** The status by its name in HTTP, such as NOT_FOUND; who is not known or not allowed has the names that services give. */
    public static String code(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return switch (status) {
            case 401 -> "TOKEN_REFUSED";
            case 403 -> "NOT_ALLOWED";
            case 413 -> "TOO_LARGE";
            case 500 -> "SERVER_FAULT";
            default ->
                known == null
                        ? "HTTP_" + status
                        : known.getReasonPhrase().toUpperCase(Locale.ROOT).replace(' ', '_');
        };
    }

    /** One sentence that says what to do. */
    public static String detail(int status) {
        return switch (status) {
            case 401 -> "This needs a bearer token that is good: a register's own, or one from sign-on.";
            case 403 -> "The role of whoever asks does not allow this; ask someone whose role does.";
            case 404 -> "There is nothing at this address; /openapi lists what there is.";
            case 405 -> "This address does not take this method; the Allow header names those it takes.";
            case 406 -> "There is no answer of the media type that was asked for; ask for application/json.";
            case 413 -> "The message is longer than the server takes; send less at once.";
            case 415 -> "Messages of this media type are not taken here; send application/json.";
            default ->
                status < 500
                        ? "The request cannot be understood; compare it with /openapi."
                        : "The server cannot answer this now; try again later.";
        };
    }
}
