package org.tillwright.register.selling;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.sale.SaleVoidings.Undone;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;

/** Takes goods off a sale again, with a reason where the shop wants one, and takes the last change back. */
final class VoidFunctions {

    private final SellingModel selling;
    private final SaleSession sale;
    private final Reasons reasons;

    VoidFunctions(SellingModel selling, SaleSession sale, Reasons reasons) {
        this.selling = selling;
        this.sale = sale;
        this.reasons = reasons;
    }

    void line(int line) {
        String name = selling.description(line);
        withReason(reason -> selling.inOwnName(
                approver -> sale.voidings().line(line, reason.orElse(null), approver),
                () -> done("line-voided", name)));
    }

    /** The line becomes less than it was. */
    void lower(int line, Quantity quantity) {
        withReason(reason ->
                selling.inOwnName(approver -> sale.voidings().lower(line, quantity, reason.orElse(null), approver)));
    }

    /** The whole sale, after the operator has said yes. */
    void sale() {
        String amount = selling.texts().figures().amount(sale.total());
        withReason(reason -> selling.inOwnName(
                approver -> voidSale(reason.orElse(null), approver), () -> done("sale-voided", amount)));
    }

    private SaleOutcome voidSale(@Nullable String reason, SnapshotMessage.Operator approver) {
        UUID id = sale.transactionId();
        SaleOutcome outcome = sale.voidSale(approver);
        if (outcome instanceof SaleOutcome.Done && reason != null) {
            Notice unwritten = sale.writeDown("SALE_VOID_REASON", id, reason);
            return unwritten == null ? outcome : new SaleOutcome.Said(unwritten);
        }
        return outcome;
    }

    private void done(String key, String what) {
        selling.lineChosen(0);
        selling.say(Announcement.done(selling.texts().text("selling." + key, what)));
    }

    /** Takes the last change of the sale back, and says which. */
    void undo() {
        Optional<Undone> next = sale.voidings().next();
        selling.inOwnName(sale.voidings()::undo, () -> next.ifPresent(this::undone));
    }

    private void undone(Undone undone) {
        String key = undone.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        selling.lineChosen(0);
        selling.say(Announcement.done(selling.texts().text("undo." + key, undone.description())));
    }

    private void withReason(Consumer<Optional<String>> then) {
        if (reasons.has(Reasons.VOID)) {
            reasons.ask(Reasons.VOID, texts -> texts.text("reason.void"), reason -> then.accept(Optional.of(reason)));
        } else {
            then.accept(Optional.empty());
        }
    }
}
