package org.tillwright.register.sale;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.PricingEngine.UnpricedItemException;
import org.tillwright.register.sale.SaleOutcome.Done;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleOutcome.Said;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;

/**
 * The ways to take goods off a sale that were rung up: void a line, make it less, take the last change back. Each is written
 * down, with who did it and why. Event thread only.
 */
public final class SaleVoidings {

    private final SaleSession session;
    private final UndoSteps steps;

    SaleVoidings(SaleSession session, UndoSteps steps) {
        this.session = session;
        this.steps = steps;
    }

    /**
     * Takes a line off, and the deposits that follow it.
     *
     * @param reason code of the reason; null where the shop asks for none
     */
    public SaleOutcome line(int number, @Nullable String reason, SnapshotMessage.@Nullable Operator name) {
        return session.onLine(number, line -> {
            Notice fixed = LineRules.voidFault(line, session.sale, session.texts());
            if (fixed != null) {
                return new Said(fixed);
            }
            try {
                SaleInProgress next = session.sale.without(number);
                NeedsApproval needed = needed("VOID_LINE", "line " + number + " " + line.itemId(), next);
                return taken(needed, name, next, "LINE_VOIDED", line.itemId(), told(number) + because(reason));
            } catch (UnpricedItemException e) {
                return new Said(LineRules.unpriced(e.itemId(), session.sale, session.texts()));
            }
        });
    }

    /** True if so much of a line would be less of it than there is. */
    public boolean isLess(int number, Quantity amount) {
        return session.cart()
                .find(number)
                .filter(line -> amount.milli() < Math.abs(line.quantity().milli()))
                .isPresent();
    }

    /** Makes a line less than it was, which is a part of it voided. */
    public SaleOutcome lower(
            int number, Quantity amount, @Nullable String reason, SnapshotMessage.@Nullable Operator name) {
        return session.onLine(number, line -> {
            Notice fault = LineRules.changeFault(line, amount, session.sale, session.texts());
            if (fault != null) {
                return new Said(fault);
            }
            try {
                SaleInProgress next = session.sale.with(LineRules.withAmount(line, amount));
                String detail = "line " + number + " " + line.itemId() + " to " + amount.milli();
                NeedsApproval needed = needed("LOWER_QUANTITY", detail, next);
                String words = told(number) + ", now "
                        + SaleLines.told(next, number, session.texts().language()) + because(reason);
                SaleOutcome outcome = taken(needed, name, next, "QUANTITY_LOWERED", line.itemId(), words);
                return outcome instanceof Done ? new SaleOutcome.Rung(number) : outcome;
            } catch (UnpricedItemException e) {
                return new Said(LineRules.unpriced(e.itemId(), session.sale, session.texts()));
            }
        });
    }

    /** What the next {@link #undo} takes back; empty when there is nothing. */
    public Optional<Undone> next() {
        return steps.last(session.sale).map(before -> undone(session.sale, before));
    }

    /**
     * What taking the last change back does.
     *
     * @param lineNumber the line it does it to; 0 for none
     * @param description what that line is of, or empty
     */
    public record Undone(Kind kind, int lineNumber, String description) {

        /** In which way. */
        public enum Kind {
            /** A line goes, or becomes less. */
            TAKES_OFF,
            /** A line comes back. */
            BRINGS_BACK,
            /** A line is as it was. */
            CHANGES,
            /** Something of the whole sale is as it was. */
            SALE
        }
    }

    /** Takes the last change back. What takes goods off is written down, and wants whoever may void. */
    public SaleOutcome undo(SnapshotMessage.@Nullable Operator name) {
        SaleInProgress before = steps.last(session.sale).orElse(null);
        if (before == null) {
            return new Said(Notice.of(session.payments().isEmpty() ? "undo.nothing" : "sale.payments-first"));
        }
        return session.whenChangeable(() -> {
            Undone undone = undone(session.sale, before);
            SaleOutcome outcome;
            if (undone.kind() == Undone.Kind.TAKES_OFF) {
                String item = session.cart()
                        .find(undone.lineNumber())
                        .map(Cart.Line::itemId)
                        .orElse("");
                NeedsApproval needed = needed("UNDO", "line " + undone.lineNumber() + " " + item, before);
                outcome = taken(needed, name, before, "LINE_UNDONE", item, told(undone.lineNumber()));
            } else {
                outcome = session.whenWritten(null, () -> session.move(before));
            }
            if (outcome instanceof Done) {
                steps.taken(); // the way back is no change of its own
                steps.taken();
            }
            return outcome;
        });
    }

    private SaleOutcome taken(
            NeedsApproval needed,
            SnapshotMessage.@Nullable Operator name,
            SaleInProgress next,
            String event,
            String subject,
            String detail) {
        if (!session.authority(name).may(needed)) {
            return needed;
        }
        return session.whenWritten(session.event(event, subject, detail), () -> session.move(next));
    }

    private NeedsApproval needed(String action, String detail, SaleInProgress next) {
        Money less = session.total().minus(next.total());
        return new NeedsApproval(Permissions.VOID, action, detail, less.isNegative() ? null : less);
    }

    private String told(int number) {
        return SaleLines.told(session.sale, number, session.texts().language());
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : ", for " + reason;
    }

    private Undone undone(SaleInProgress now, SaleInProgress before) {
        String language = session.texts().language();
        for (Cart.Line line : now.cart().lines()) {
            Cart.Line was = before.cart().find(line.number()).orElse(null);
            boolean isLess = was == null
                    || Math.abs(was.quantity().milli())
                            < Math.abs(line.quantity().milli());
            if (isLess && line.follows() == null) {
                return undone(Undone.Kind.TAKES_OFF, now, line.number(), language);
            }
        }
        for (Cart.Line line : before.cart().lines()) {
            if (now.cart().find(line.number()).isEmpty() && line.follows() == null) {
                return undone(Undone.Kind.BRINGS_BACK, before, line.number(), language);
            }
        }
        for (Cart.Line line : now.cart().lines()) {
            if (!before.cart().find(line.number()).equals(Optional.of(line))) {
                return undone(Undone.Kind.CHANGES, now, line.number(), language);
            }
        }
        return new Undone(Undone.Kind.SALE, 0, "");
    }

    private static Undone undone(Undone.Kind kind, SaleInProgress of, int number, String language) {
        return new Undone(kind, number, SaleLines.one(of, number, language).description());
    }
}
