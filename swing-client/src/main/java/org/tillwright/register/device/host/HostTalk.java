package org.tillwright.register.device.host;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.regex.Pattern;
import org.tillwright.wire.BadgeCode;

/** Puts what drivers print into the register's log: so much a minute, and no line longer than a person reads. */
final class HostTalk {

    private static final Logger LOG = System.getLogger(HostTalk.class.getName());

    private static final int MOST_SIGNS = 400;
    private static final int MOST_LINES = 50;
    private static final String LEFT_OUT = "(a line that may say what is on a card was left out)";
    private static final Pattern DIGITS = Pattern.compile("[0-9]([ -]?[0-9]){11}");
    private static final Pattern END_OF_DIGITS = Pattern.compile("[0-9]([ -]?[0-9]){3}[ -]?$");
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final StringBuilder line = new StringBuilder();
    private long spanBegan = System.nanoTime();
    private int lines;

    private HostTalk() {}

    /**
     * Makers' drivers print what they read, in figures or in their codes: a line with as many digits as a card's number has,
     * whatever stands between them, is not for a log, and neither is a badge.
     */
    private boolean mayTellOfACard() {
        boolean isCut =
                line.length() == MOST_SIGNS && END_OF_DIGITS.matcher(line).find();
        return isCut || DIGITS.matcher(line).find() || line.indexOf(BadgeCode.PREFIX) >= 0;
    }

    /** Reads until the pipe ends; always reads on, because a driver whose words nobody takes would stop. */
    static void log(InputStream from) {
        var talk = new HostTalk();
        byte[] buffer = new byte[4_096];
        try (from) {
            int count = from.read(buffer);
            while (count >= 0) {
                for (int i = 0; i < count; i++) {
                    talk.take((char) (buffer[i] & 0xFF));
                }
                count = from.read(buffer);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the device host says no more", e);
        }
        talk.say();
    }

    private void take(char sign) {
        if (sign == '\n') {
            say();
        } else if (line.length() < MOST_SIGNS && !Character.isISOControl(sign)) {
            line.append(sign);
        }
    }

    private void say() {
        if (System.nanoTime() - spanBegan > SPAN.toNanos()) {
            spanBegan = System.nanoTime();
            lines = 0;
        }
        if (!line.isEmpty() && ++lines <= MOST_LINES) {
            LOG.log(Level.INFO, "device host: {0}", mayTellOfACard() ? LEFT_OUT : line);
        }
        if (lines == MOST_LINES + 1) {
            LOG.log(Level.WARNING, "the device host says too much; the rest of this minute is left out");
        }
        line.setLength(0);
    }
}
