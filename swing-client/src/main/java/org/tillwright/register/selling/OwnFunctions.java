package org.tillwright.register.selling;

import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.SaleSession;

/** The functions that the selling screen has of its own, and the ways out of it. */
final class OwnFunctions {

    private final SellingModel selling;
    private final SaleSession sale;
    private final SellingExits exits;

    OwnFunctions(SellingModel selling, SaleSession sale, SellingExits exits) {
        this.selling = selling;
        this.sale = sale;
        this.exits = exits;
    }

    void putInto(Functions functions, VoidFunctions voids, DiscountFunctions discounts) {
        functions.put(FunctionId.RETURN, keyed -> selling.returnGoods());
        functions.put(FunctionId.VOID_SALE, keyed -> selling.voidSale());
        functions.put(FunctionId.REPRINT, keyed -> reprint());
        functions.put(FunctionId.CLOSE_TILL, keyed -> closeTill());
        functions.put(FunctionId.SIGN_OFF, keyed -> signOff());
        functions.put(FunctionId.UNDO, keyed -> voids.undo());
        functions.put(FunctionId.DISCOUNT, discounts::ofLine);
        functions.put(FunctionId.DISCOUNT_SALE, discounts::ofSale);
    }

    void reprint() {
        if (selling.told(sale.reprintLast(), approver -> sale.reprintLast())) {
            selling.say(Announcement.done(selling.texts().text("selling.reprinted")));
        }
    }

    void closeTill() {
        betweenSales(exits::toTillClosing, "selling.finish-first");
    }

    void signOff() {
        betweenSales(exits::signOff, "selling.finish-or-lock");
    }

    private void betweenSales(Runnable exit, String otherwise) {
        if (sale.isEmpty()) {
            selling.leave();
            exit.run();
        } else {
            selling.say(Announcement.warning(selling.texts().text(otherwise)));
        }
    }
}
