package org.tillwright.register.till;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;

/**
 * Everything the screen shows that closes a till: first what has to be counted, then how it compares.
 *
 * @param counts one row for each thing to count
 * @param results what was expected and found, empty while counting
 * @param totalLabel name of the sum of what was counted
 * @param aside what stands beside the rows: what to do, and at the end what is carried over
 * @param mainLabel what the main key does now
 * @param canTurn whether coins and notes can be counted in place of sums, and the other way round
 */
public record TillClosingState(
        String title,
        String detail,
        List<CountRow> counts,
        List<ResultRow> results,
        String totalLabel,
        String total,
        Announcement notice,
        @Nullable Question question,
        boolean isByDenomination,
        String aside,
        String mainLabel,
        boolean canTurn) {

    public static final TillClosingState EMPTY =
            new TillClosingState("", "", List.of(), List.of(), "", "", Announcement.NONE, null, false, "", "", false);

    public TillClosingState {
        counts = List.copyOf(counts);
        results = List.copyOf(results);
    }

    /**
     * One thing to count.
     *
     * @param id names what is counted: a tender, or a denomination's minor units
     * @param isCoin whether the pieces of a coin or note are counted, and not a sum
     * @param keyed what was keyed so far
     * @param amount what that comes to, or empty
     * @param isSecret whether what is keyed must not be read by others; it is told when it is complete
     * @param isFigure whether it is counted, and nothing keyed is nothing there
     */
    public record CountRow(
            String id, String name, boolean isCoin, String keyed, String amount, boolean isSecret, boolean isFigure) {}

    /**
     * How one tender compares.
     *
     * @param difference in words and figures: right, over or short
     */
    public record ResultRow(String name, String expected, String counted, String difference, boolean isRight) {}
}
