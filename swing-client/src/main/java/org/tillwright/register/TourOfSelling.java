package org.tillwright.register;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tillwright.wire.LineParticulars;

/** The part of the tour that rings up: every function of the selling screen, and everything that it asks. */
final class TourOfSelling {

    private final TourCamera camera;

    TourOfSelling(TourCamera camera) {
        this.camera = camera;
    }

    void walk() throws InterruptedException {
        park();
        ringUp();
        askAboutGoods();
        change();
        look();
    }

    private void park() throws InterruptedException {
        camera.onEvents(() -> {
            camera.selling().tileChosen("baguette");
            camera.selling().tileChosen("ciabatta");
        });
        camera.function("SUSPEND", "Maja");
        camera.take("parked");
        camera.function("RESUME", "");
        camera.take("parked-list");
        cancel();
        camera.function("ORDERS", "");
        camera.take("orders");
        camera.choose(order(1047));
        camera.take("orders-layaway");
        camera.onEvents(() -> camera.selling().answered("back"));
        camera.function("ORDERS", "");
        camera.choose(order(1046));
        camera.take("orders-quotation");
        camera.onEvents(() -> camera.selling().answered("back"));
    }

    private static String order(long number) {
        return UUID.nameUUIDFromBytes(("order " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void ringUp() throws InterruptedException {
        camera.onEvents(() -> {
            camera.selling().tileChosen("croissant");
            camera.selling().tileChosen("croissant");
            camera.selling().tileChosen("rye-loaf-1kg");
            camera.selling().tileChosen("bananas");
            camera.selling().entered("0.485");
            camera.selling().tileChosen("cola-1l");
        });
        camera.take("selling");
        camera.onEvents(() -> camera.selling().tileChosen("apples-elstar"));
        camera.take("selling-weight");
        camera.onEvents(() -> camera.selling().entered("1.2"));
        camera.onEvents(() -> camera.selling().price("2.50"));
        camera.take("selling-reason");
        camera.onEvents(() -> camera.selling().answered("DAMAGED"));
        camera.onEvents(() -> camera.selling().typing("co"));
        camera.take("selling-search");
        cancel();
        camera.does(() -> camera.selling().entered("4006381333932"));
        camera.take("selling-misread");
        camera.onEvents(() -> camera.selling().voidSale());
        camera.take("selling-void");
        camera.onEvents(() -> camera.selling().answered("keep"));
        camera.onEvents(() -> camera.selling().departmentChosen("fruit-vegetables"));
        camera.take("selling-department");
        camera.onEvents(() -> camera.selling().departmentChosen("bakery"));
    }

    private void askAboutGoods() throws InterruptedException {
        camera.onEvents(() -> camera.selling().tileChosen("cappuccino"));
        camera.take("selling-modifiers");
        cancel();
        camera.onEvents(() -> camera.selling().tileChosen("pils-500ml"));
        camera.take("selling-age");
        camera.onEvents(() -> camera.selling().answered("leave"));
        camera.onEvents(() -> camera.selling().tileChosen("nut-wedge"));
        camera.take("selling-warning");
        camera.onEvents(() -> camera.selling().answered("leave"));
        camera.onEvents(() -> camera.selling().typing("xylophone"));
        camera.take("selling-nothing-found");
        cancel();
        camera.function("PRICE_CHECK", "");
        camera.take("price-check");
        camera.choose("croissant");
        camera.take("price-check-answer");
        cancel();
        asks("PRICE_BY_AMOUNT", "for-amount");
        camera.onEvents(() -> camera.selling().quantity(""));
        camera.take("selling-quantity");
        cancel();
    }

    private void change() throws InterruptedException {
        camera.function("DISCOUNT", "");
        camera.take("discount");
        camera.onEvents(() -> camera.selling().entered("10"));
        camera.take("discount-reason");
        camera.choose("BEST_BEFORE");
        camera.take("discount-given");
        asks("INSTRUCTION", "instruction");
        asks("SERVICE_MODE", "service-mode");
        asks("SALESPERSON", "salesperson");
        asks("GIFT_RECEIPT", "gift-receipt");
        asks("QUOTATION", "quotation");
        asks("LAYAWAY", "layaway");
        asks("GIFT_CARD_SELL", "gift-card-sell");
        asks("GIFT_CARD_BALANCE", "gift-card-balance");
        asks("ACCOUNT_PAYMENT", "account-payment");
        camera.function("CUSTOMER", "");
        camera.take("customer");
        camera.does(() -> camera.selling().entered("an"));
        camera.take("customer-list");
        camera.choose("c-1");
        camera.function("CUSTOMER", "");
        camera.take("customer-known");
        camera.onEvents(() -> camera.selling().answered("keep"));
        camera.function("RECEIPT_SEND", "");
        camera.take("send");
        camera.choose("EMAIL");
        camera.take("send-email");
        camera.onEvents(() -> camera.desk().customer().entry().withdraw());
        cancel();
    }

    private void look() throws InterruptedException {
        camera.function("MORE", "");
        camera.take("more");
        cancel();
        camera.onEvents(() -> camera.desk().help());
        camera.take("help");
        camera.onEvents(() -> camera.desk().help());
        camera.onEvents(() -> camera.selling().returnGoods());
        camera.onEvents(() -> camera.selling().tileChosen("baguette"));
        camera.onEvents(() -> camera.selling().payCash());
        camera.take("selling-return-reason");
        camera.choose("FAULTY");
        camera.take("selling-condition");
        camera.onEvents(() -> camera.selling().answered(LineParticulars.RESELL));
    }

    /** A picture of what a function asks first; then it is left. */
    private void asks(String function, String name) throws InterruptedException {
        camera.function(function, "");
        camera.take(name);
        cancel();
    }

    private void cancel() throws InterruptedException {
        camera.onEvents(() -> camera.selling().cancelled());
    }
}
