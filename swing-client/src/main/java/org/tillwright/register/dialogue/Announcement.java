package org.tillwright.register.dialogue;

/**
 * One line to the operator: what happened and what to do.
 *
 * @param text empty when there is nothing to say
 */
public record Announcement(String text, Tone tone) {

    public static final Announcement NONE = new Announcement("", Tone.INFORMATION);

    public static Announcement information(String text) {
        return new Announcement(text, Tone.INFORMATION);
    }

    /** Something was done as asked. */
    public static Announcement done(String text) {
        return new Announcement(text, Tone.DONE);
    }

    /** Something needs a look, and can be put right here. */
    public static Announcement warning(String text) {
        return new Announcement(text, Tone.WARNING);
    }

    /** Something was not done. */
    public static Announcement refused(String text) {
        return new Announcement(text, Tone.DANGER);
    }

    /** True if something was not done, or needs a look. */
    public boolean isTrouble() {
        return tone == Tone.WARNING || tone == Tone.DANGER;
    }

    /** The same and something more, that needs a look. */
    public Announcement and(String more) {
        return warning(text.isEmpty() ? more : text + " " + more);
    }

    /** How loud it is; each has a sign of its own, so that colour never speaks alone. */
    public enum Tone {
        INFORMATION,
        DONE,
        WARNING,
        DANGER
    }
}
