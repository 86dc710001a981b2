package org.tillwright.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
 * @param headSequence the newest sealed record it has, or the newest at or below the number that was asked for; null when it
 *     has none, or from an older server
 * @param head the head of the chain after that record
 * @param keyId the key that the workstation signs with now, as seals name it; null from an older server
 */
public record JournalState(
        @Limit(40) String workstationId,
        UUID epoch,
        Long highestSequence,
        Long recordCount,
        Long checkedTo,
        @Limit(MAX_GAPS) List<Gap> gaps,
        @Nullable Long headSequence,
        @Nullable @Limit(64) String head,
        @Nullable @Limit(16) String keyId) {

    /** Gaps told at once. Records that are sent again without need do no harm, so more than this are not told. */
    public static final int MAX_GAPS = 1_000;

    public JournalState {
        gaps = List.copyOf(gaps);
    }

    /** What a server tells that knows nothing of seals, or has none. */
    public static JournalState unsealed(
            String workstationId, UUID epoch, long highestSequence, long recordCount, long checkedTo, List<Gap> gaps) {
        return new JournalState(workstationId, epoch, highestSequence, recordCount, checkedTo, gaps, null, null, null);
    }

    /** Whether the server lacks the record of this number, as far as it told. */
    public boolean lacks(long sequence) {
        return sequence > checkedTo || gaps.stream().anyMatch(gap -> gap.from() <= sequence && sequence <= gap.to());
    }

    /** Numbers that are missing, the first and the last of them included. */
    public record Gap(Long from, Long to) {}
}
