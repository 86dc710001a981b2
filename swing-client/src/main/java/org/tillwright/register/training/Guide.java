package org.tillwright.register.training;

import java.util.List;
import org.tillwright.register.sale.SaleReadings;

/** The steps of a first sale. Each is done when the register shows that it is, however the person did it. */
public enum Guide {
    RING_UP,
    MAKE_TWO,
    RING_UP_ANOTHER,
    VOID_LINE,
    TAKE_CASH,
    GIVE_CHANGE,
    DONE;

    private static final List<Guide> ORDER = List.of(values());

    /**
     * Returns where the guide is now that the register shows this.
     *
     * @param isPaying true while the screen that takes the money is shown
     */
    Guide after(SaleReadings sale, boolean isPaying) {
        return isDone(sale, isPaying) ? ORDER.get(number()) : this;
    }

    private boolean isDone(SaleReadings sale, boolean isPaying) {
        return switch (this) {
            case RING_UP -> !sale.lines().isEmpty();
            case MAKE_TWO ->
                sale.lines().stream().anyMatch(line -> line.quantity().milli() >= 2_000);
            case RING_UP_ANOTHER -> sale.lines().size() >= 2;
            case VOID_LINE -> sale.lines().size() == 1;
            case TAKE_CASH -> isPaying;
            case GIVE_CHANGE -> !isPaying && sale.isEmpty();
            case DONE -> false;
        };
    }

    /** Which step it is, from 1. */
    int number() {
        return ORDER.indexOf(this) + 1;
    }

    /** Steps that a person does; the last one only says that it is over. */
    static int steps() {
        return ORDER.size() - 1;
    }
}
