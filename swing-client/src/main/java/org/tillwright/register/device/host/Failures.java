package org.tillwright.register.device.host;

import java.util.Arrays;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.serial.LineException;

/** How a failure crosses the pipe: the trouble's name, a line feed, and one sentence for a log. */
final class Failures {

    /** Signs of a sentence that cross; a driver's message may hold a whole stack. */
    private static final int MOST_SIGNS = 500;

    /** Before the name of a trouble that came before the device had anything of its job. */
    private static final String NOTHING_DONE = "-";

    private Failures() {}

    static String text(Trouble trouble, String sentence) {
        String shortened = sentence.length() > MOST_SIGNS ? sentence.substring(0, MOST_SIGNS) : sentence;
        return trouble.name() + "\n" + shortened;
    }

    static String text(LineException failure) {
        return (failure.mayBeDone() ? "" : NOTHING_DONE)
                + text(failure.trouble(), String.valueOf(failure.getMessage()));
    }

    static LineException of(String told) {
        boolean isNothingDone = told.startsWith(NOTHING_DONE);
        String text = isNothingDone ? told.substring(NOTHING_DONE.length()) : told;
        String[] parts = text.split("\n", 2);
        Trouble trouble = Arrays.stream(Trouble.values())
                .filter(each -> each.name().equals(parts[0]))
                .findFirst()
                .orElse(Trouble.NOT_UNDERSTOOD);
        var failure = new LineException(trouble, parts.length < 2 ? text : parts[1]);
        return isNothingDone ? failure.beforeAnything() : failure;
    }
}
