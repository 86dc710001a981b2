package org.tillwright.register.till;

import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.text.Texts;

/** Says in the operator's language why a till was not opened or closed. */
final class TillWords {

    private TillWords() {}

    static Announcement of(TillOutcome outcome, Texts texts) {
        if (outcome instanceof TillOutcome.Said said) {
            return Announcement.refused(texts.text(said.notice()));
        } else if (outcome instanceof TillOutcome.NeedsApproval) {
            return Announcement.warning(texts.text("till.needs-approval"));
        }
        return Announcement.NONE;
    }
}
