package org.tillwright.register;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.shell.Screen;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Problem;
import org.tillwright.wire.RecordKind;

/**
 * Walks through every screen of a register and everything that is asked on it, and hands out a picture of each. The register is
 * a real one; only its shop is a sample, and its server knows no more than the lists that are shown.
 */
public final class ScreenTour {

    private final RegisterMain register;
    private final Catalogue shop;
    private final String number;
    private final String pin;
    private final TourDevices counter;
    private final TourCamera camera;

    /**
     * Prepares a walk.
     *
     * @param number of an operator of the shop who may do everything on the way
     * @param counter the devices that the register has once it was set up
     * @param pictures takes each screen's name and picture
     */
    public ScreenTour(
            RegisterMain register,
            Catalogue shop,
            String number,
            String pin,
            TourDevices counter,
            BiConsumer<String, BufferedImage> pictures) {
        this.register = register;
        this.shop = shop;
        this.number = number;
        this.pin = pin;
        this.counter = counter;
        this.camera = new TourCamera(register, pictures);
    }

    /** Walks from the connection to the closed till. */
    public void walk() throws JournalException, InterruptedException {
        register.show();
        camera.await(this::isOpen);
        camera.take("connection");
        new TourOfSetup(camera).walk();
        RegisterParts parts = register.parts();
        parts.journal().enrolled(new RegisterIdentity("till-02", "Till 2", "demo", "Wren & Rye Food Shop"), 1);
        parts.catalogues().put(shop);
        parts.watch().reached();
        parts.deviceShelf().use(counter.uris());
        parts.orders().kitchen().start();
        TourOfDevices devices = new TourOfDevices(camera, counter, parts);
        openTill();
        devices.walk();
        new TourOfSelling(camera).walk();
        new TourOfPaying(camera, counter, parts).walk();
        devices.settleCards();
        TourOfTheTill till = new TourOfTheTill(camera, parts.journal(), pin);
        till.lookBack();
        till.practise();
        loseTheServer(parts);
        till.askForMore();
        till.close();
    }

    private void openTill() throws InterruptedException {
        Desk desk = camera.desk();
        camera.onEvents(() -> desk.turnTo(Screen.SIGN_ON));
        camera.onEvents(() -> desk.signOn().signOn(number, "0"));
        camera.await(() -> !desk.signOn().isBusy());
        camera.take("sign-on");
        camera.onEvents(() -> desk.help());
        camera.take("help-sign-on");
        camera.onEvents(() -> desk.help());
        camera.onEvents(() -> desk.signOn().signOn(number, pin));
        camera.await(() -> desk.shown() == Screen.TILL_OPENING);
        camera.take("till-opening");
        camera.onEvents(() -> camera.floor().opening().open("150"));
        camera.await(() -> desk.shown() == Screen.SELLING);
        camera.take("selling-empty");
    }

    private void loseTheServer(RegisterParts parts) throws JournalException, InterruptedException {
        parts.watch().lost(Notice.of("server.not-there", "192.168.1.10:8480"));
        camera.take("selling-offline");
        long sale = parts.journal().newest(RecordKind.SALE).orElseThrow().sequence();
        parts.journal()
                .waiting()
                .settle(
                        List.of(),
                        Map.of(
                                sale,
                                Problem.of(422, "UNSOUND_SALE", "The till of this sale is not known.", List.of())));
        parts.watch().counted();
        camera.onEvents(() -> camera.desk().status());
        camera.take("status");
        camera.onEvents(() -> camera.desk().status());
    }

    private boolean isOpen() {
        try {
            return register.desk().shown() == Screen.CONNECTION;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
