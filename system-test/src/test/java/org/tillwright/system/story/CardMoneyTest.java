package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tillwright.simulator.TerminalMovement;
import org.tillwright.simulator.TerminalSimulator;
import org.tillwright.simulator.TerminalSimulator.Failure;
import org.tillwright.simulator.TerminalSimulator.Step;

/**
 * Card money from the customer to the bank: the terminal's line breaks at the authorization and the register clears it up, the
 * terminal closes its day, and the acquirer's payout leaves nothing open but what nobody took.
 */
class CardMoneyTest {

    private static final String CASHIER = "3";
    private static final String LAMP = "88001";
    private static final String VASE = "88002";

    /** Of a test card that every processor knows. */
    private static final String NUMBER = "4111111111111111";

    @Story
    void cutPaidClosedAndPaidOut(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        TerminalSimulator terminal = till.counter().devices().terminal();
        till.openTill(CASHIER, "100");
        UUID session = till.tillSession();
        closeDay(till); // what other stories paid is not this one's
        till.isBooked();
        int before = terminal.books().size();
        long account = shop.books("select sum(amount_minor) from posting where account_id = 'CARD'");

        terminal.failAt(Step.BOOKED, Failure.CUT_AND_GO_ON);
        payByCard(till, LAMP, 2_500);
        terminal.failAt(Step.CARD_READ, Failure.CUT);
        till.scan(VASE);
        till.total(1_250);
        till.press("F12");
        till.due(1_250);
        till.press("F11");
        till.isTold("Nothing was paid.", "Нічого не сплачено.");
        till.press("F11");
        paid(till, 1_250);
        payByCard(till, LAMP, 2_500);

        closeDay(till);
        till.isTold(
                "day is closed with " + till.amount(6_250) + ", as the register knows it",
                "День на терміналі закрито: " + till.amount(6_250) + ", так само знає й каса.");
        till.isBooked();
        assertThat(shop.booked(session, "CARD")).isEqualTo(6_250);
        List<TerminalMovement> moved = terminal.books().stream().skip(before).toList();
        assertThat(moved).extracting(TerminalMovement::signed).containsExactly(2_500L, 1_250L, 2_500L);
        assertThat(shop.books(
                        "select count(*) from card_day_receipt c join retail_transaction t"
                                + " on t.transaction_id = c.transaction_id where t.till_session_id = ?",
                        session))
                .isEqualTo(3);
        assertThat(shop.books("select d.terminal_minor - d.receipts_minor + d.open_count from card_day d"
                        + " order by d.settled_at desc limit 1"))
                .isZero();

        paidOut(tongue, shop, moved);
        assertThat(shop.books(
                        "select count(*) from tender_line n join retail_transaction t"
                                + " on t.transaction_id = n.transaction_id left join settlement_match m"
                                + " on m.transaction_id = n.transaction_id and m.tender_number = n.number"
                                + " where t.till_session_id = ? and n.tender = 'CARD' and m.line_id is null",
                        session))
                .as("card tenders that nobody paid out")
                .isZero();
        assertThat(shop.books("select sum(amount_minor) from posting where account_id = 'CARD'"))
                .as("what is still to come from cards is what it was")
                .isEqualTo(account);
        shop.booksBalance();
    }

    @Story
    void aCardNumberThatIsShoutedAtEveryDoorIsOnNoDisk(Tongue tongue, StoryShop shop) throws Exception {
        StoryTill till = shop.till(tongue);
        TerminalSimulator terminal = till.counter().devices().terminal();
        till.openTill(CASHIER, "100");
        terminal.beCareless(true);
        try {
            till.scan(LAMP);
            till.total(2_500);
            till.scan(";" + NUMBER + "=29122010000000000?");
            till.scan("%B" + NUMBER + "^SOMEBODY/A^29122010000000000?");
            till.enter(NUMBER);
            till.press("ESCAPE");
            till.scan(VASE);
            till.total(3_750);
            till.press("F12");
            till.due(3_750);
            terminal.failAt(Step.HALF_STATUS, Failure.CUT_AND_GO_ON);
            till.press("F11");
            till.isTold(till.amount(3_750) + " is paid.", till.amount(3_750) + " сплачено.");
            till.paper().line("1111", Tongue.printed(3_750)).without("4111");
            closeDay(till);
            till.isBooked();
        } finally {
            terminal.beCareless(false);
        }
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        shop.payout(
                "shouted-" + tongue + ".csv",
                "payment,1.00,0," + NUMBER + "," + NUMBER + ",1," + day + "," + NUMBER + "\n");
        assertThat(shop.books("select count(*) from payout_line where authorization_code = '************1111'"))
                .isPositive();
        try (Stream<Path> files = Files.walk(shop.directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(holds(file, NUMBER))
                        .as("a card's number in %s", file)
                        .isFalse();
            }
        }
    }

    /** Whether a file holds this text, one byte a letter; a file that went away meanwhile does not. */
    private static boolean holds(Path file, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        byte[] piece = new byte[1 << 20];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece, 0, piece.length);
                    read > 0;
                    read = in.read(piece, kept, piece.length - kept)) {
                int filled = kept + read;
                if (new String(piece, 0, filled, StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
                kept = Math.min(filled, wanted.length - 1);
                System.arraycopy(piece, filled - kept, piece, 0, kept);
            }
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** The acquirer pays what the terminal has on its books, in a file; and then something that nobody took. */
    private static void paidOut(Tongue tongue, StoryShop shop, List<TerminalMovement> moved) throws Exception {
        LocalDate day = LocalDate.now(ZoneOffset.UTC);
        String lines = moved.stream()
                .map(each -> String.format(
                        "payment,%d.%02d,0.10,%s,A%05d,%s,%s,%n",
                        each.minor() / 100, each.minor() % 100, "52500041", each.trace(), each.traceDigits(), day))
                .collect(Collectors.joining());
        assertThat(shop.payout("payout-" + tongue + ".csv", lines)).contains("3 lines, 3 matched, 0 open");
        assertThat(shop.payout("payout-" + tongue + ".csv", lines))
                .contains("was uploaded before", "3 matched, 0 open");
        assertThat(shop.payout(
                        "stray-" + tongue + ".csv", "payment,77.70,0,52500041,NOBODY,9," + day + "," + tongue + "\n"))
                .contains("1 lines, 0 matched, 1 open");
        assertThat(shop.books(
                        "select count(*) from payout_line where state = 'OPEN' and reason = 'NO_TENDER'"
                                + " and gross_minor = 7770 and reference = ?",
                        tongue))
                .isEqualTo(1);
    }

    private static void payByCard(StoryTill till, String code, long minor) throws Exception {
        till.scan(code);
        till.total(minor);
        till.press("F12");
        till.due(minor);
        till.press("F11");
        paid(till, minor);
    }

    private static void paid(StoryTill till, long minor) throws Exception {
        till.isTold(till.amount(minor) + " is paid.", till.amount(minor) + " сплачено.");
        till.paper().line("4242", Tongue.printed(minor));
    }

    private static void closeDay(StoryTill till) throws Exception {
        till.press("ctrl shift Z");
        till.sees("Close the card terminal’s day?", "Закрити день на платіжному терміналі?");
        till.tap("Close the day", "Закрити день");
        till.paper().line("END OF DAY");
    }
}
