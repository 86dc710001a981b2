package org.tillwright.register.selling;

import org.tillwright.register.device.scanner.PaymentCards;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.wire.BadgeCode;

/** Brings keys and scans to the functions, and answers to the function that asked. */
final class Commands {

    private final SellingModel selling;
    private final SaleSession sale;
    private final Functions functions;
    private OtherCodes otherCodes = OtherCodes.NONE;

    Commands(SellingModel selling, SaleSession sale, Functions functions) {
        this.selling = selling;
        this.sale = sale;
        this.functions = functions;
    }

    void alsoTake(OtherCodes codes) {
        otherCodes = codes;
    }

    /** True if the code says by itself that it is no goods, neither to sell nor to take back. */
    boolean claims(String code) {
        return otherCodes.claims(code);
    }

    /** Goods were scanned or keyed, or something that was taken for goods. */
    void goods(String code) {
        if (BadgeCode.isMeant(code)) {
            selling.say(Announcement.information(selling.texts().text("badge.not-now"))); // and does not show it
            return;
        }
        if (isPaymentCard(code)) {
            return;
        }
        if (otherCodes.claims(code)) {
            otherCodes.take(code);
            return;
        }
        SaleOutcome outcome = sale.add(code);
        if (!otherCodes.unknown(code, outcome, () -> selling.told(outcome, approver -> outcome))) {
            selling.told(outcome, approver -> sale.add(code));
        }
    }

    /** True for a payment card that a typing reader swiped: says so, and keeps nothing of it. */
    boolean isPaymentCard(String text) {
        boolean isCard = PaymentCards.isTrack(text);
        if (isCard) {
            warn("badge.payment-card");
        }
        return isCard;
    }

    /** True if the code is no goods but a paper of the shop's own, such as a parked sale's slip. */
    boolean knows(String code) {
        return functions.ofCode(code).isPresent();
    }

    /** Something was scanned that is no goods now: a command, or an answer to what is asked. */
    void scanned(String code) {
        FunctionId command = FunctionId.ofBarcode(code);
        Awaited awaited = selling.awaited();
        if (command != null) {
            function(command.name(), "");
        } else if (knows(code) && isFree()) {
            selling.leave();
            selling.show();
            functions.ofCode(code).orElseThrow().accept(code);
        } else if (awaited instanceof Awaited.Keyed keyed && keyed.takesScans()) {
            keyed.then().accept(code);
        } else if (!(awaited instanceof Awaited.Chosen list && list.choosing().scanned(code))) {
            warn("selling.scan-later");
        }
    }

    void function(String id, String keyed) {
        FunctionId function = FunctionId.find(id);
        boolean isFree = isFree();
        if (function == FunctionId.MORE && isFree) {
            selling.await(new Awaited.More());
        } else if (function == null || !functions.has(function, sale.catalogue().shop())) {
            selling.say(Announcement.warning(selling.texts().text("function.none", id)));
        } else if (sale.isTraining() && !function.isPractised()) {
            warn("training.not-this");
        } else if (isFree) {
            selling.leave();
            selling.show();
            functions.run(function, keyed);
        } else {
            warn("function.later");
        }
    }

    private boolean isFree() {
        return selling.awaited() instanceof Awaited.Nothing || selling.awaited() instanceof Awaited.More;
    }

    void choiceMade(String id) {
        if (selling.awaited() instanceof Awaited.Chosen list) {
            list.choosing().chosen(id);
        }
    }

    private void warn(String key) {
        selling.say(Announcement.warning(selling.texts().text(key)));
    }
}
