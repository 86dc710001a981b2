package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

/** Story 1: two lamps and a vase at a tenth less, paid in two ways, sent by e-mail, one lamp back, and the X report. */
class ReckoningTest {

    private static final String CASHIER = "3";
    private static final String LAMP = "88001";
    private static final String VASE = "88002";
    private static final Pattern CODE = Pattern.compile("([0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})");

    @Story
    void soldMailedPartlyReturnedAndReckoned(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        final String lamp = till.of("Desk lamp", "Лампа настільна");

        till.scan(LAMP);
        till.line(lamp, till.amount(2_500));
        till.scan(LAMP);
        till.total(5_000);
        till.scan(VASE);
        till.line(till.of("Glass vase", "Ваза скляна"), till.amount(1_250));
        till.total(6_250);

        till.type("10");
        till.press("ctrl shift D");
        till.tap("Regular customer", "Постійний клієнт");
        till.isTold("Discount given. Total " + till.amount(5_625), "Знижку надано. Разом " + till.amount(5_625));
        till.total(5_625);

        String address = "maja-" + tongue + "@example.org";
        till.press("ctrl E");
        till.sees("Send the receipt by e-mail", "Надіслати чек електронною поштою");
        till.enter(address);
        till.tap("Send and print", "Надіслати й надрукувати");
        till.isTold(address);

        till.press("F12");
        till.due(5_625);
        till.enter("20");
        till.isTold(
                till.amount(2_000) + " taken, " + till.amount(3_625) + " still to pay.",
                "Отримано " + till.amount(2_000) + ", залишилося " + till.amount(3_625));
        till.press("F11");
        till.isTold(till.amount(5_625) + " is paid.", till.amount(5_625) + " сплачено.");
        Paper receipt = till.paper()
                .line("TOTAL EUR", Tongue.printed(5_625))
                .line("25%", Tongue.printed(4_500), Tongue.printed(1_125), Tongue.printed(5_625))
                .line("Cash", Tongue.printed(2_000))
                .line("4242", Tongue.printed(3_625));

        Letter letter = shop.mail().letterTo(address);
        assertThat(letter.subject()).contains("Wren & Rye Food Shop");
        assertThat(letter.text()).contains("56.25", "11.25", receipt.find(CODE));
        assertThat(letter.pdf()).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        returnOneAndReckon(till, lamp, receipt.find(CODE));

        till.isBooked();
        assertThat(shop.invoice(till.lastSale(), till.of("en", "uk")))
                .contains(till.of("Credit note", "Кредит-нота"), "\u22122" + till.of("2.50", "2,50"), "4242")
                .contains(till.of("Corrects", "Коригує") + " till-01-");
        assertThat(shop.booked(session)).isEqualTo(3_375);
        assertThat(shop.booked(session, "CASH")).isEqualTo(2_000);
        assertThat(shop.booked(session, "CARD")).isEqualTo(1_375);
        assertThat(shop.books("select sum(tax_minor) from retail_transaction where till_session_id = ?", session))
                .isEqualTo(675);
        shop.booksBalance();
    }

    /** One lamp comes back by its receipt, to the card; then the X report. */
    private static void returnOneAndReckon(StoryTill till, String lamp, String code) throws Exception {
        till.press("F5");
        till.sees("Scan the receipt, or key its code", "Відскануйте чек або введіть його код");
        till.scan(code);
        till.tap(lamp);
        till.sees(till.amount(2_250));
        till.tap("Take this back", "Прийняти це");
        till.tap("Not wanted", "Передумали");
        till.tap("Yes, to the shelf", "Так, на полицю");
        till.isTold(till.amount(2_250));
        till.total(-2_250);
        till.press("F12");
        till.sees("Give back " + till.amount(2_250), "Повернути " + till.amount(2_250));
        till.tap("Give it back", "Повернути гроші");
        till.sees("Paid out", "Виплачено");
        till.paper().line("Desk lamp").line("4242", Tongue.printed(2_250)).without("Cash ");

        till.press("ctrl shift X");
        till.isTold("is printed. Nothing was reset.", "друкується. Нічого не скинуто.");
        till.paper()
                .line(till.of("X REPORT", "X-ЗВІТ"))
                .line(till.of("Sales less returns", "Разом з поверненнями"), till.amount(3_375))
                .line(till.of("of this tax", "з них податок"), till.amount(675))
                .line(till.of("Net sales", "Чистий продаж"), till.amount(2_700))
                .line(till.of("Cash", "Готівка"), till.amount(2_000))
                .line(till.of("Card, in all", "Картка, разом"), till.amount(1_375));
    }
}
