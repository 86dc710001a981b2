package org.tillwright.wire.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * The figures of one till, at a moment (X) or at its end (Z).
 *
 * @param kind X or Z
 * @param number of this kind of report at this workstation, from 1 and without a gap
 * @param operatorId who asked for it
 * @param openedBy who opened the till
 * @param businessDay on which the till was opened
 */
public record TillReport(
        @Limit(1) String kind,
        Long number,
        @Limit(40) String operatorId,
        @Limit(40) String openedBy,
        LocalDate businessDay,
        Instant from,
        Instant to,
        @Limit(3) String currency,
        @Limit(MAX_FIGURES) List<Figure> figures) {

    /** More rows than any till has; departments, reasons and cashiers make most of them. */
    public static final int MAX_FIGURES = 3_000;

    /** The name of a report of an open till. */
    public static final String X = "X";

    /** The name of the report of a settled till. */
    public static final String Z = "Z";

    /**
     * One row.
     *
     * @param name name of a {@link TillFigure}
     * @param subject what the figure is split by; null for none
     */
    public record Figure(@Limit(40) String name, @Nullable @Limit(60) String subject, Long count, Long amountMinor) {}

    /** The rows of a figure, in their order. */
    public List<Figure> of(TillFigure figure) {
        return figures.stream().filter(row -> row.name().equals(figure.name())).toList();
    }

    /** What the rows of a figure come to. */
    public long amountOf(TillFigure figure) {
        long sum = 0;
        for (Figure row : of(figure)) {
            sum = Math.addExact(sum, row.amountMinor());
        }
        return sum;
    }

    /** How many the rows of a figure count. */
    public long countOf(TillFigure figure) {
        long sum = 0;
        for (Figure row : of(figure)) {
            sum = Math.addExact(sum, row.count());
        }
        return sum;
    }
}
