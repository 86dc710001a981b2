package org.tillwright.register.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.tillwright.register.catalogue.PublicationNews;

/** Listens to the server's events: each is the number of a publication. */
public final class PublicationCalls implements PublicationNews {

    /** The server gives a sign of life every ten seconds; a line that is silent for so long is dead. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int NOT_FOUND = 404;
    private static final int NOT_ACCEPTABLE = 406;
    private static final String DATA = "data:";
    private static final int MOST_DIGITS = 18;

    private final Supplier<HttpServer> server;

    /** @param server the one that the settings name at the moment */
    public PublicationCalls(Supplier<HttpServer> server) {
        this.server = server;
    }

    @Override
    public Ending listen(LongConsumer published) {
        Reply<Boolean> reply = server.get().follow("/snapshot/events", SILENCE, in -> read(in, published));
        if (reply instanceof Reply.Answered<Boolean>) {
            return Ending.OVER;
        } else if (reply instanceof Reply.Refused<Boolean> refused) {
            long status = refused.problem().status();
            return status == NOT_FOUND || status == NOT_ACCEPTABLE ? Ending.NOT_OFFERED : Ending.LOST;
        }
        return Ending.LOST;
    }

    /** One line of an event counts, its number; others are for other listeners, or none. */
    private static void read(InputStream in, LongConsumer published) {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String number =
                        line.startsWith(DATA) ? line.substring(DATA.length()).strip() : "";
                if (number.matches("\\d{1," + MOST_DIGITS + "}")) {
                    published.accept(Long.parseLong(number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
