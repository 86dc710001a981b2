package org.tillwright.register.signon;

import java.util.List;
import org.tillwright.register.dialogue.Announcement;

/**
 * Everything the sign-on screen shows.
 *
 * @param title who is asked for: anyone, or the operator who locked the register
 * @param detail one sentence of state, such as a sale that waits
 * @param isBusy while the PIN is being checked
 * @param attempt rises when the PIN field must be emptied
 * @param number what the number field shows from this attempt on, because a badge said so; empty to leave it alone
 * @param known who signed on here since the program began, the last one first
 */
public record SignOnState(
        String title,
        String detail,
        Announcement notice,
        boolean isBusy,
        int attempt,
        String number,
        List<Known> known) {

    public SignOnState {
        known = List.copyOf(known);
    }

    /** Somebody who signed on here before: one tap spares keying the number. The PIN is keyed all the same. */
    public record Known(String number, String name) {}

    /** Nobody has shown a badge. */
    public SignOnState(String title, String detail, Announcement notice, boolean isBusy, int attempt) {
        this(title, detail, notice, isBusy, attempt, "", List.of());
    }

    public static final SignOnState EMPTY = new SignOnState("", "", Announcement.NONE, false, 0);
}
