package org.tillwright.register;

import java.util.Map;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.journal.Journal;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.shell.Screen;
import org.tillwright.wire.RecordKind;

/** The part of the tour behind the sale: sales of before, practising, approvals, and the till until it is closed. */
final class TourOfTheTill {

    private static final String MANAGER = "1";
    private static final String CASHIER = "3";

    private final TourCamera camera;
    private final Journal journal;
    private final String pin;

    TourOfTheTill(TourCamera camera, Journal journal, String pin) {
        this.camera = camera;
        this.journal = journal;
        this.pin = pin;
    }

    void lookBack() throws JournalException, InterruptedException {
        String sale = "sale:" + journal.newest(RecordKind.SALE).orElseThrow().sequence();
        camera.function("JOURNAL", "");
        camera.take("journal");
        camera.onEvents(() -> camera.desk().help());
        camera.take("help-journal");
        camera.onEvents(() -> camera.desk().help());
        camera.choose(sale);
        camera.take("journal-receipt");
        camera.choose("copy");
        cancel();
        camera.function("POST_VOID", "");
        camera.choose(sale);
        camera.take("post-void");
        cancel();
        camera.function("RETURN", "");
        camera.take("return");
        cancel();
        camera.function("JOURNAL", "");
        camera.choose(sale);
        camera.choose("return");
        camera.choose("all");
        camera.take("return-lines");
        camera.choose("go");
        camera.choose("CHANGED_MIND");
        camera.take("return-condition");
        cancel();
    }

    void practise() throws InterruptedException {
        camera.function("TRAINING", "");
        camera.take("training");
        camera.onEvents(() -> camera.selling().answered("guided"));
        camera.onEvents(() -> camera.selling().tileChosen("pretzel"));
        camera.take("training-guide");
        camera.onEvents(() -> camera.selling().voidLine());
        camera.function("TRAINING", "");
        camera.take("training-end");
        camera.onEvents(() -> camera.selling().answered("end"));
    }

    /** A cashier comes to the register that was left alone, and asks for more than they may. */
    void askForMore() throws InterruptedException {
        camera.onEvents(() -> camera.selling().tileChosen("sourdough-loaf-1kg"));
        camera.onEvents(() -> {
            Desk desk = camera.desk();
            desk.lock();
            desk.signOn().say(Announcement.information(desk.texts().text("signon.locked-idle")));
        });
        camera.take("sign-on-locked");
        signOn(CASHIER);
        camera.function("DISCOUNT", "50");
        camera.choose("STAFF");
        camera.take("approval");
        camera.onEvents(() -> camera.selling().entered(MANAGER));
        camera.take("approval-pin");
        camera.onEvents(() -> camera.selling().entered(pin));
        camera.await(() -> camera.selling().takesGoods());
        camera.take("approval-given");
        camera.onEvents(() -> camera.selling().voidLine());
    }

    private void signOn(String number) throws InterruptedException {
        camera.onEvents(() -> camera.desk().signOn().signOn(number, pin));
        camera.await(() -> camera.desk().shown() == Screen.SELLING);
    }

    void close() throws InterruptedException {
        camera.function("TILL", "");
        camera.take("till-list");
        camera.choose("PICKUP");
        camera.take("till-currency");
        camera.choose("EUR");
        camera.take("till-pickup");
        cancel();
        camera.function("PAID_OUT", "4.20");
        camera.take("till-reason");
        camera.choose("STAMPS");
        camera.take("till-note");
        cancel();
        camera.function("X_REPORT", "");
        camera.take("till-x");
        camera.onEvents(() -> camera.selling().closeTill());
        camera.onEvents(() -> camera.floor().closing().counted("CASH", "160"));
        camera.take("till-count");
        camera.onEvents(() -> camera.floor().closing().byDenomination());
        Map.of("d5", "3", "d100", "4", "d1000", "10", "d5000", "1")
                .forEach((row, keyed) -> camera.floor().closing().counted(row, keyed));
        camera.take("till-denominations");
        camera.onEvents(() -> camera.desk().help());
        camera.take("help-till");
        camera.onEvents(() -> camera.desk().help());
        camera.onEvents(() -> camera.floor().closing().compare());
        camera.take("till-question");
        camera.onEvents(() -> camera.floor().closing().answered("close"));
        camera.take("till-approve");
        camera.onEvents(() -> {
            camera.floor().closing().counted("approver-number", MANAGER);
            camera.floor().closing().counted("approver-pin", pin);
            camera.floor().closing().compare();
        });
        camera.await(() -> camera.floor().closing().isClosed());
        camera.take("till-result");
    }

    private void cancel() throws InterruptedException {
        camera.onEvents(() -> camera.selling().cancelled());
    }
}
