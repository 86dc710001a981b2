package org.tillwright.register.signon;

import org.tillwright.register.dialogue.Announcement;

/**
 * Everything the sign-on screen shows.
 *
 * @param title who is asked for: anyone, or the operator who locked the register
 * @param detail one sentence of state, such as a sale that waits
 * @param isBusy while the PIN is being checked
 * @param attempt rises when the PIN field must be emptied
 * @param number what the number field shows from this attempt on, because a badge said so; empty to leave it alone
 */
public record SignOnState(
        String title, String detail, Announcement notice, boolean isBusy, int attempt, String number) {

    /** Nobody has shown a badge. */
    public SignOnState(String title, String detail, Announcement notice, boolean isBusy, int attempt) {
        this(title, detail, notice, isBusy, attempt, "");
    }

    public static final SignOnState EMPTY = new SignOnState("", "", Announcement.NONE, false, 0);
}
