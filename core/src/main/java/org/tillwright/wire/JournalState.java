package org.tillwright.wire;

import java.util.List;
import java.util.UUID;
import org.tillwright.wire.json.Limit;

/**
 * Which of a register's records the server has, for the register to send again what is missing.
 *
 * @param epoch which life of the server's database this is: a restored copy begins another one
 * @param highestSequence the highest number it has; 0 before the first record
 * @param recordCount how many it has
 * @param checkedTo the gaps are all told up to this number. It is the highest sequence, unless there were more than
 *     {@link #MAX_GAPS}; then nothing is said of the records after it
 * @param gaps numbers that are missing below {@code checkedTo}, ascending
 */
public record JournalState(
        @Limit(40) String workstationId,
        UUID epoch,
        Long highestSequence,
        Long recordCount,
        Long checkedTo,
        @Limit(MAX_GAPS) List<Gap> gaps) {

    /** Gaps told at once. Records that are sent again without need do no harm, so more than this are not told. */
    public static final int MAX_GAPS = 1_000;

    public JournalState {
        gaps = List.copyOf(gaps);
    }

    /** Whether the server lacks the record of this number, as far as it told. */
    public boolean lacks(long sequence) {
        return sequence > checkedTo || gaps.stream().anyMatch(gap -> gap.from() <= sequence && sequence <= gap.to());
    }

    /** Numbers that are missing, the first and the last of them included. */
    public record Gap(Long from, Long to) {}
}
