package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** A customer pays with a phone: register, server and gateway together. */
class PhonePaymentTest {

    private static final String CASHIER = "3";
    private static final String LAMP = "88001";

    @Story
    void paidDeclinedAndWithoutAServer(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        long moved = shop.gateway().movedMinor();
        int begun = shop.gateway().begun();

        till.scan(LAMP);
        till.total(2_500);
        till.press("F12");
        till.due(2_500);
        till.tap("Wallet", "Гаманець");
        till.sees(
                till.amount(2_500) + ": the customer scans this code",
                till.amount(2_500) + ": покупець сканує цей код");
        shop.gateway().decline();
        till.isTold("The wallet said no", "Гаманець відмовив");

        shop.line().cut();
        till.looksForTheServer();
        till.sees("Wallet: not while offline", "Гаманець: без зв’язку не можна");
        shop.line().mend();
        till.looksForTheServer();

        till.tap("Wallet", "Гаманець");
        till.sees(
                till.amount(2_500) + ": the customer scans this code",
                till.amount(2_500) + ": покупець сканує цей код");
        shop.gateway().approve();
        till.paper().line("Wallet", Tongue.printed(2_500));
        till.isBooked();

        assertThat(shop.gateway().movedMinor()).as("once").isEqualTo(moved + 2_500);
        assertThat(shop.gateway().begun()).as("declined and paid").isEqualTo(begun + 2);
        assertThat(shop.booked(session, "WALLET")).isEqualTo(2_500);
        assertThat(shop.books(
                        "select count(*) from wallet_payment p join retail_transaction t"
                                + " on t.transaction_id = p.transaction_id where p.state = 'PAID' and t.till_session_id = ?",
                        session))
                .isEqualTo(1);
        shop.booksBalance();
    }
}
