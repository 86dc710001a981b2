package org.tillwright.register.signon;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.text.Texts;

/** Says in the operator's language why nobody was signed on. */
public final class SignOnWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private SignOnWords() {}

    /** The sentence for an outcome, with a lock's end in the shop's own time. */
    public static Announcement of(SignOnOutcome outcome, Texts texts, ZoneId zone) {
        if (outcome instanceof SignOnOutcome.Wrong wrong) {
            return Announcement.warning(Counted.text(texts, "signon.wrong", wrong.triesLeft()));
        } else if (outcome instanceof SignOnOutcome.Locked locked) {
            String until = TIME.format(locked.until().atZone(zone));
            return Announcement.refused(texts.text("signon.locked", until));
        } else if (outcome instanceof SignOnOutcome.Said said) {
            return Announcement.warning(texts.text(said.notice()));
        }
        return Announcement.NONE;
    }
}
