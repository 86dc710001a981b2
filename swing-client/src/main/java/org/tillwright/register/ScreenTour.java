package org.tillwright.register;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.shell.RegisterFrame;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;

/**
 * Walks through every screen of a register that has no server, and hands out a picture of each. The register is a real
 * one; only its shop is a sample.
 */
public final class ScreenTour {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** Where the customer's display is another than before. */
    private static final Set<String> CUSTOMER_SEES =
            Set.of("selling-empty", "selling", "tendering", "tendering-wallet", "selling-change");

    private final RegisterMain register;
    private final Catalogue shop;
    private final String number;
    private final String pin;
    private final BiConsumer<String, BufferedImage> pictures;

    /**
     * Prepares a walk.
     *
     * @param number of an operator of the shop who may do everything on the way
     * @param pictures takes each screen's name and picture
     */
    public ScreenTour(
            RegisterMain register,
            Catalogue shop,
            String number,
            String pin,
            BiConsumer<String, BufferedImage> pictures) {
        this.register = register;
        this.shop = shop;
        this.number = number;
        this.pin = pin;
        this.pictures = pictures;
    }

    /** Walks from the connection to the closed till. */
    public void walk() throws JournalException, InterruptedException {
        register.show();
        await(this::isOpen);
        take("connection");
        RegisterParts parts = register.parts();
        parts.journal().enrolled(new RegisterIdentity("till-02", "Till 2", "demo", "Wren & Rye Food Shop"), 1);
        parts.catalogues().put(shop);
        parts.watch().reached();
        onEvents(() -> desk().turnTo(Screen.SIGN_ON));
        onEvents(() -> desk().signOn().signOn(number, "0"));
        await(() -> !desk().signOn().isBusy());
        take("sign-on");
        onEvents(() -> desk().signOn().signOn(number, pin));
        await(() -> desk().shown() == Screen.TILL_OPENING);
        take("till-opening");
        onEvents(() -> floor().opening().open("150"));
        await(() -> desk().shown() == Screen.SELLING);
        take("selling-empty");
        sell();
        pay();
        parts.watch().lost(Notice.of("server.not-there", "192.168.1.10:8480"));
        take("selling-offline");
        long sale = parts.journal().newest(RecordKind.SALE).orElseThrow().sequence();
        parts.journal()
                .quarantine(sale, Problem.of(422, "UNSOUND_SALE", "The till of this sale is not known.", List.of()));
        parts.watch().counted();
        onEvents(() -> desk().status());
        take("status");
        onEvents(() -> desk().status());
        close();
    }

    private void sell() throws InterruptedException {
        onEvents(() -> {
            floor().selling().tileChosen("croissant");
            floor().selling().tileChosen("croissant");
            floor().selling().tileChosen("rye-loaf-1kg");
            floor().selling().tileChosen("bananas");
            floor().selling().entered("0.485");
            floor().selling().tileChosen("cola-1l");
        });
        take("selling");
        onEvents(() -> floor().selling().tileChosen("apples-elstar"));
        take("selling-weight");
        onEvents(() -> floor().selling().entered("1.2"));
        onEvents(() -> floor().selling().price("2.50"));
        take("selling-reason");
        onEvents(() -> floor().selling().answered("DAMAGED"));
        onEvents(() -> floor().selling().returnGoods());
        onEvents(() -> floor().selling().tileChosen("baguette"));
        onEvents(() -> floor().selling().typing("co"));
        take("selling-search");
        onEvents(() -> floor().selling().cancelled());
        onEvents(() -> floor().selling().entered("4006381333932"));
        take("selling-misread");
        onEvents(() -> floor().selling().voidSale());
        take("selling-void");
        onEvents(() -> floor().selling().answered("keep"));
        onEvents(() -> floor().selling().departmentChosen("fruit-vegetables"));
        take("selling-department");
        onEvents(() -> floor().selling().departmentChosen("bakery"));
        onEvents(() -> desk().help());
        take("help");
        onEvents(() -> desk().help());
    }

    private void pay() throws InterruptedException {
        onEvents(() -> floor().selling().payCash());
        take("selling-condition");
        onEvents(() -> floor().selling().answered(LineParticulars.RESELL));
        await(() -> desk().shown() == Screen.TENDERING);
        take("tendering");
        onEvents(() -> floor().tendering().cash("5"));
        take("tendering-part");
        onEvents(() -> floor().tendering().takeBack(0));
        take("tendering-take-back");
        onEvents(() -> floor().tendering().answered("keep"));
        payInOtherWays();
        onEvents(() -> floor().tendering().note(2_000));
        await(() -> desk().shown() == Screen.SELLING);
        take("selling-change");
    }

    private void payInOtherWays() throws InterruptedException {
        onEvents(() -> floor().tendering().tender("VOUCHER", "2"));
        onEvents(() -> floor().tendering().entered("LUNCH-2041"));
        take("tendering-voucher");
        onEvents(() -> floor().tendering().tip(""));
        take("tendering-tip");
        onEvents(() -> floor().tendering().back());
        onEvents(() -> floor().tendering().tender("FOREIGN_CASH", ""));
        take("tendering-currency");
        onEvents(() -> floor().tendering().choiceMade("USD"));
        take("tendering-foreign");
        onEvents(() -> floor().tendering().back());
        onEvents(() -> floor().tendering().tender("GIFT_CARD", ""));
        take("tendering-gift-card");
        onEvents(() -> floor().tendering().back());
        onEvents(() -> floor().tendering().tender("WALLET", "3"));
        await(() -> floor().tendering().showsCode());
        take("tendering-wallet");
        onEvents(() -> floor().tendering().stop());
        await(() -> !floor().tendering().isBusy());
    }

    private void close() throws InterruptedException {
        onEvents(() -> floor().selling().function("TILL", ""));
        take("till-list");
        onEvents(() -> floor().selling().choiceMade("PICKUP"));
        take("till-pickup");
        onEvents(() -> floor().selling().cancelled());
        onEvents(() -> floor().selling().function(FunctionId.CLOSE_TILL.name(), ""));
        onEvents(() -> floor().closing().counted("CASH", "160"));
        take("till-count");
        onEvents(() -> floor().closing().byDenomination());
        Map.of("d5", "3", "d100", "4", "d1000", "10", "d5000", "1")
                .forEach((row, keyed) -> floor().closing().counted(row, keyed));
        take("till-denominations");
        onEvents(() -> floor().closing().compare());
        take("till-question");
        onEvents(() -> floor().closing().answered("close"));
        take("till-result");
    }

    private Desk desk() {
        return register.desk();
    }

    private SalesFloor floor() {
        return desk().floor().orElseThrow(() -> new IllegalStateException("nobody has signed on"));
    }

    private boolean isOpen() {
        try {
            return register.desk().shown() == Screen.CONNECTION;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void take(String name) throws InterruptedException {
        try {
            onEvents(() -> {});
            onEvents(() -> desk().picture());
            register.pictureLane().submit(() -> {}).get();
            onEvents(() -> {});
            onEvents(() -> pictures.accept(name, desk().picture()));
            if (CUSTOMER_SEES.contains(name)) {
                onEvents(() -> desk().customer()
                        .frame()
                        .ifPresent(frame -> pictures.accept("customer-" + name, frame.picture())));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the pictures' lane ended", e);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] isMet = new boolean[1];
        while (!isMet[0]) {
            onEvents(() -> isMet[0] = condition.getAsBoolean());
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the next screen did not come");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static void onEvents(Runnable action) throws InterruptedException {
        RegisterFrame.runAndWait(action);
    }
}
