package org.tillwright.register.shell;

/**
 * What stands at the top of every screen.
 *
 * @param place till, operator and store, as far as they are known
 * @param link whether the server answers
 * @param status in words: online or offline, how many sales wait and why, how many were put aside
 * @param needsLook whether something waits for a person
 * @param clock the shop's time
 * @param banner what stands in place of till and operator while somebody practises, or empty
 */
public record HeaderState(
        String place, Link link, String status, boolean needsLook, String clock, boolean canLock, String banner) {

    /** Nobody practises. */
    public HeaderState(String place, Link link, String status, boolean needsLook, String clock, boolean canLock) {
        this(place, link, status, needsLook, clock, canLock, "");
    }

    /** How the register stands to its server. */
    public enum Link {
        UNKNOWN,
        ONLINE,
        OFFLINE
    }
}
