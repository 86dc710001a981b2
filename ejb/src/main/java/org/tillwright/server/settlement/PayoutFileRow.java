package org.tillwright.server.settlement;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout file, for a list.
 *
 * @param lines that it brought
 * @param known that another file had brought before
 * @param others of terminals that other stores have, and left to them
 * @param open that fit nothing and that nobody has settled yet
 * @param netMinor what came to the bank, in its first currency
 * @param paidOn day of the newest payout in it; null where it does not say
 */
public record PayoutFileRow(
        UUID fileId,
        String fileName,
        String uploadedBy,
        Instant uploadedAt,
        long lines,
        long known,
        long others,
        long matched,
        long open,
        String currency,
        long grossMinor,
        long feeMinor,
        long netMinor,
        @Nullable LocalDate paidOn)
        implements Serializable {}
