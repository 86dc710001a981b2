package org.tillwright.wire.fiscal;

import org.jspecify.annotations.Nullable;
import org.tillwright.wire.RecordKind;
import org.tillwright.wire.SaleMessage;

/** What a fiscal device is told that a record is. */
public enum FiscalKind {
    SALE,
    /** More money went back than came in. */
    RETURN,
    /** A sale that undoes another. */
    POST_VOID,
    /** Begun and never paid. */
    GIVEN_UP,
    /** Practised; it counts for nothing. */
    TRAINING;

    /** Finds a kind by its name on the wire, or null when this program is too old to know it. */
    public static @Nullable FiscalKind find(String name) {
        for (FiscalKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** Returns what a record is to a fiscal device, or null for one that is none of its business. */
    public static @Nullable FiscalKind of(RecordKind kind, Record message) {
        return switch (kind) {
            case SALE -> message instanceof SaleMessage sale ? of(sale) : null;
            case TRAINING_SALE -> TRAINING;
            case SALE_VOIDED -> GIVEN_UP;
            default -> null;
        };
    }

    private static FiscalKind of(SaleMessage sale) {
        if (sale.details().postVoidOf() != null) {
            return POST_VOID;
        }
        return sale.totalMinor() < 0 ? RETURN : SALE;
    }
}
