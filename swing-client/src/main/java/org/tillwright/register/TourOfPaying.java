package org.tillwright.register;

import org.tillwright.register.shell.Screen;
import org.tillwright.register.shell.ShownWords;
import org.tillwright.register.text.Texts;

/** The part of the tour that takes the money, in every way that there is. */
final class TourOfPaying {

    private final TourCamera camera;
    private final TourDevices counter;
    private final RegisterParts parts;

    TourOfPaying(TourCamera camera, TourDevices counter, RegisterParts parts) {
        this.camera = camera;
        this.counter = counter;
        this.parts = parts;
    }

    void walk() throws InterruptedException {
        camera.await(() -> camera.desk().shown() == Screen.TENDERING);
        camera.take("tendering");
        camera.onEvents(() -> camera.desk().help());
        camera.take("help-tendering");
        camera.onEvents(() -> camera.desk().help());
        split();
        camera.onEvents(() -> camera.tendering().cash("5"));
        camera.take("tendering-part");
        camera.onEvents(() -> camera.tendering().takeBack(0));
        camera.take("tendering-take-back");
        camera.onEvents(() -> camera.tendering().answered("keep"));
        inOtherWays();
        byCard();
        camera.onEvents(() -> camera.tendering().note(2_000));
        camera.await(() -> camera.desk().shown() == Screen.SELLING);
        camera.take("selling-change");
    }

    private void split() throws InterruptedException {
        camera.onEvents(() -> camera.tendering().split());
        camera.take("split");
        camera.onEvents(() -> camera.tendering().choiceMade("items"));
        camera.take("split-items");
        camera.onEvents(() -> camera.tendering().back());
        camera.onEvents(() -> camera.tendering().split());
        camera.onEvents(() -> camera.tendering().choiceMade("equal"));
        camera.take("split-count");
        camera.onEvents(() -> camera.tendering().back());
    }

    private void inOtherWays() throws InterruptedException {
        camera.onEvents(() -> camera.tendering().tender("VOUCHER", "2"));
        camera.onEvents(() -> camera.tendering().entered("LUNCH-2041"));
        camera.take("tendering-voucher");
        camera.onEvents(() -> camera.tendering().tip(""));
        camera.take("tendering-tip");
        camera.onEvents(() -> camera.tendering().back());
        camera.onEvents(() -> camera.tendering().tender("FOREIGN_CASH", ""));
        camera.take("tendering-currency");
        camera.onEvents(() -> camera.tendering().choiceMade("USD"));
        camera.take("tendering-foreign");
        camera.onEvents(() -> camera.tendering().back());
        camera.onEvents(() -> camera.tendering().tender("GIFT_CARD", ""));
        camera.take("tendering-gift-card");
        camera.onEvents(() -> camera.tendering().back());
        camera.onEvents(() -> camera.tendering().tender("WALLET", "3"));
        camera.await(() -> camera.tendering().showsCode());
        camera.take("tendering-wallet");
        camera.onEvents(() -> camera.tendering().stop());
        camera.await(() -> !camera.tendering().isBusy());
    }

    private void byCard() throws InterruptedException {
        askForTheCard();
        camera.take("tendering-card");
        counter.declineCard();
        camera.await(() -> !camera.tendering().isBusy());
        camera.take("tendering-card-declined");
        askForTheCard();
        counter.switchTerminal(false);
        String amount = due();
        camera.await(() -> ShownWords.say(texts().text("card.lost.question", amount)));
        camera.take("tendering-card-lost");
        counter.switchTerminal(true);
        camera.await(() -> ShownWords.say(texts().text("card.lost.nothing", amount)));
        camera.take("tendering-card-not-charged");
    }

    private void askForTheCard() throws InterruptedException {
        camera.onEvents(() -> camera.tendering().card(""));
        String amount = due();
        camera.await(() ->
                ShownWords.say(texts().text("tendering.card.waiting", amount) + " " + texts().text("card.status.0a")));
    }

    private String due() {
        return texts().amount(parts.sale().due());
    }

    private Texts texts() {
        return camera.desk().texts();
    }
}
