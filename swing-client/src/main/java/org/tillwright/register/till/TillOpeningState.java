package org.tillwright.register.till;

import org.tillwright.register.dialogue.Announcement;

/**
 * Everything the screen shows that opens a till.
 *
 * @param floatHint name of the field, with the currency
 */
public record TillOpeningState(String title, String detail, String floatHint, Announcement notice, boolean isBusy) {

    public static final TillOpeningState EMPTY = new TillOpeningState("", "", "", Announcement.NONE, false);
}
