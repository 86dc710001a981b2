package org.tillwright.sql;

/** The address of a database as the driver reads it. */
public final class DatabaseUrl {

    private static final int MILLIS = 1_000;

    private DatabaseUrl() {}

    /** Adds a limit to each wait, unless the address sets its own. */
    public static String limited(String url, int connectSeconds, int answerSeconds) {
        String withConnect = with(url, "connectTimeout", connectSeconds);
        return with(withConnect, "socketTimeout", answerSeconds);
    }

    private static String with(String url, String option, int seconds) {
        return url.contains(option + "=")
                ? url
                : url + (url.contains("?") ? "&" : "?") + option + "=" + seconds * MILLIS;
    }
}
