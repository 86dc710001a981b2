package org.tillwright.report;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Unit;
import org.tillwright.core.money.UnitPrice;

/** One value of a table, before anybody decides how it is written. */
sealed interface Cell {

    Cell BLANK = new Blank();

    /** Nothing to say. */
    record Blank() implements Cell {}

    /** Text; shown as it is, whatever signs are in it. */
    record Text(String text) implements Cell {}

    record Amount(Money money) implements Cell {}

    record Price(UnitPrice price) implements Cell {}

    record Count(long count) implements Cell {}

    /** A quantity; without a unit when it is a sum of several. */
    record Stock(long milli, @Nullable Unit unit) implements Cell {

        BigDecimal decimal() {
            return BigDecimal.valueOf(milli, 3);
        }
    }

    record Moment(Instant instant) implements Cell {}
}
