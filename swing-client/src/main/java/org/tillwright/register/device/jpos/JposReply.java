package org.tillwright.register.device.jpos;

import org.jspecify.annotations.Nullable;

/**
 * What came of a {@link JposCall} that was done; one that was not is told as a failure of the channel.
 *
 * @param columns characters on a line of a display
 * @param characterSet Java's name of the letters that a display shows
 * @param state the name of a {@link org.tillwright.register.device.ScaleReading.State}
 * @param grams what lies on a scale
 * @param health how a printer, or the drawer, is
 */
public record JposReply(
        @Nullable Long columns,
        @Nullable String characterSet,
        @Nullable String state,
        @Nullable Long grams,
        @Nullable Health health) {

    /** It was done, and there is nothing to tell. */
    public static final JposReply DONE = new JposReply(null, null, null, null, null);

    /** What was shown, was shown on so many columns and in these letters. */
    public static JposReply shown(long columns, String characterSet) {
        return new JposReply(columns, characterSet, null, null, null);
    }

    /** What lies on a scale. */
    public static JposReply weighed(String state, long grams) {
        return new JposReply(null, null, state, grams, null);
    }

    /** How a printer, or the drawer, is. */
    public static JposReply of(Health health) {
        return new JposReply(null, null, null, null, health);
    }

    /**
     * How a device says that it is; what it cannot tell is false.
     *
     * @param isPaperLow a new roll is needed soon
     * @param isPaperOut nothing can be printed
     * @param isCoverOpen nothing can be printed
     * @param isDrawerOpen the drawer stands open
     */
    public record Health(Boolean isPaperLow, Boolean isPaperOut, Boolean isCoverOpen, Boolean isDrawerOpen) {}
}
