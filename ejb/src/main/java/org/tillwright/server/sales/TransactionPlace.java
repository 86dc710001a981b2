package org.tillwright.server.sales;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A place in the list of transactions: pages are told by it, so that what arrives meanwhile moves no page. */
public record TransactionPlace(Instant acceptedAt, UUID transactionId) {

    private static final String SEPARATOR = "_";

    /** Java reads years of nine digits, which the database does not hold. */
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}-");

    /** Reads what {@link #toString} wrote; empty for anything else. */
    public static Optional<TransactionPlace> read(String text) {
        int end = text.indexOf(SEPARATOR);
        if (end < 0 || !YEAR.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TransactionPlace(
                    Instant.parse(text.substring(0, end)), UUID.fromString(text.substring(end + 1))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return acceptedAt + SEPARATOR + transactionId;
    }
}
