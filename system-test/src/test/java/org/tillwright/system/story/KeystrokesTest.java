package org.tillwright.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.journal.RegisterIdentity;
import org.tillwright.register.settings.RegisterHome;
import org.tillwright.register.settings.RegisterSettings;
import org.tillwright.system.TestPlace;
import org.tillwright.wire.FirstStart;
import org.tillwright.wire.PinVerifier;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.receipt.TransactionCode;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.SellingRules;
import org.tillwright.wire.shop.ShopRules;

/** The table of docs/keystrokes.md: ours is what hands on a real window needed, and never more than the other's. */
@ExtendWith(StoryExtension.class)
class KeystrokesTest {

    private static final String PLACE = "keystrokes";
    private static final String NUMBER = "3";
    private static final String PIN = "135790";
    private static final String MILK = "4006381333931";
    private static final String TEA = "4012345678901";
    private static final String RICE = "5901234123457";
    private static final int STORIES = 10;

    private StoryCounter counter;
    private StoryTill till;

    @BeforeEach
    void open(StoryShop shop) throws Exception {
        shop.shutAll(); // hands and eyes go to the one window that there is
        Path place = TestPlace.directory(PLACE);
        counter = StoryCounter.open(
                place.resolve("lines"),
                new FirstStart(List.of(new FirstStart.Pin(NUMBER, "Oleh", "SUPERVISOR", PIN)), List.of(), List.of()));
        RegisterSettings settings = RegisterSettings.DEFAULT
                .withServer(URI.create("http://127.0.0.1:9")) // nobody is there: the till does not mind
                .withWindow(new RegisterSettings.WindowSize(1024, 768))
                .withDevices(counter.uris());
        till = StoryTill.start(new RegisterHome(place.resolve("home")), settings, counter);
        till.parts().journal().enrolled(new RegisterIdentity("till-01", "Till 1", "shop", "Corner Shop"), 1);
        till.parts().catalogues().put(shop());
        till.sees("Sign on");
        till.openTill(NUMBER, "100");
    }

    @AfterEach
    void close() throws Exception {
        if (till != null) {
            till.close();
            counter.close();
            TestPlace.delete(PLACE);
        }
    }

    @Test
    void theTableTellsWhatHandsNeedAndThatIsNeverMore() throws Exception {
        Map<String, Row> table = table();
        assertThat(table).as("stories of the table").hasSize(STORIES);
        Map<String, String> counted = new LinkedHashMap<>();
        for (Map.Entry<String, Story> story : stories().entrySet()) {
            Strokes hands = new Strokes(till);
            story.getValue().tell(hands);
            counted.put(story.getKey(), hands.count() + ": " + hands.told());
            tidy();
        }
        assertThat(table.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue()
                        .ours())))
                .as("docs/keystrokes.md beside what was counted")
                .isEqualTo(counted);
        table.forEach((story, row) ->
                row.theirs().ifPresent(most -> assertThat(row.count()).as(story).isLessThanOrEqualTo(most)));
    }

    // ---------------------------------------------------------------- the stories

    /** One story by its hands; what was to be reached is looked at, or the strokes would prove nothing. */
    @FunctionalInterface
    private interface Story {
        void tell(Strokes hands) throws Exception;
    }

    private Map<String, Story> stories() {
        Map<String, Story> stories = new LinkedHashMap<>();
        stories.put("Three things scanned, paid exactly in cash", this::threeForCash);
        stories.put("One thing scanned, paid with a note of 20", this::withANote);
        stories.put("One thing scanned, paid by card", this::byCard);
        stories.put("Twelve of one thing", this::twelve);
        stories.put("Half a kilo weighed on the scale", this::weighed);
        stories.put("A thing without a barcode, by its name “coffee”", this::byName);
        stories.put("A word for the kitchen: no sugar", this::withAWord);
        stories.put("A line taken off", this::takenOff);
        stories.put("10 % off a line", this::discounted);
        stories.put("A thing brought back with its receipt, for cash", this::broughtBack);
        return stories;
    }

    private void threeForCash(Strokes hands) throws Exception {
        hands.scan(MILK);
        hands.till().lines(1);
        hands.scan(TEA);
        hands.till().lines(2);
        hands.scan(RICE);
        hands.till().total(890);
        hands.press("F12");
        hands.till().due(890);
        hands.press("F12");
        hands.till().isTold("8.90 is paid.");
    }

    private void withANote(Strokes hands) throws Exception {
        hands.scan(TEA);
        hands.till().total(450);
        hands.press("F12");
        hands.till().due(450);
        hands.touch("20.00", "the key of the note");
        hands.till().sees("15.50");
    }

    private void byCard(Strokes hands) throws Exception {
        hands.scan(TEA);
        hands.till().total(450);
        hands.press("F11");
        hands.till().isTold("4.50 is paid.");
    }

    private void twelve(Strokes hands) throws Exception {
        hands.scan(MILK);
        hands.till().total(120);
        hands.type("12");
        hands.press("F2");
        hands.till().total(1_440);
    }

    private void weighed(Strokes hands) throws Exception {
        counter.scale().put(500);
        hands.touch("Apples", "tile");
        hands.till().sees("0.5 kg");
        hands.enter();
        hands.till().total(150);
        counter.scale().put(0);
    }

    private void byName(Strokes hands) throws Exception {
        hands.type("cof");
        hands.till().sees("Coffee");
        hands.enter();
        hands.till().line("Coffee");
        hands.till().total(250);
    }

    private void withAWord(Strokes hands) throws Exception {
        ready(hands.till());
        hands.press("ctrl I", "Ctrl+I");
        hands.till().sees("No sugar");
        hands.enter();
        hands.till().line("Tea", "No sugar");
    }

    private void takenOff(Strokes hands) throws Exception {
        ready(hands.till());
        hands.press("F4");
        hands.till().lines(0);
    }

    private void discounted(Strokes hands) throws Exception {
        ready(hands.till());
        hands.type("10");
        hands.press("ctrl D", "Ctrl+D");
        hands.till().total(405);
    }

    private void broughtBack(Strokes hands) throws Exception {
        ready(hands.till());
        hands.till().press("F12");
        hands.till().due(450);
        hands.till().press("F12");
        hands.till().isTold("4.50 is paid.");
        hands.scan(code());
        hands.till().sees("All that is left");
        hands.enter();
        hands.till().sees("Take this back");
        hands.enter();
        hands.touch("Yes, to the shelf", "Yes, to the shelf");
        hands.till().total(-450);
        hands.press("F12");
        hands.touch("Give it back", "Give it back");
        hands.till().sees("Paid out");
    }

    /** A line that is there before the story begins; rung up it counts for nothing. */
    private static void ready(StoryTill till) throws Exception {
        till.scan(TEA);
        till.total(450);
    }

    private String code() {
        return TransactionCode.of(till.lastSale());
    }

    /** The next story begins with nothing. */
    private void tidy() throws Exception {
        LongSupplier lines =
                () -> Eyes.look(() -> (long) till.parts().sale().lines().size());
        if (lines.getAsLong() > 0) {
            till.press("F6");
            till.tap("Void the sale");
            Patience.until("an empty sale", () -> lines.getAsLong() == 0, () -> till.shown()
                    .toString());
        }
    }

    // ---------------------------------------------------------------- the document

    /**
     * One row of the table.
     *
     * @param ours the count and how, as they are counted here
     */
    private record Row(int count, String ours, Optional<Integer> theirs) {}

    private static Map<String, Row> table() throws Exception {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(TestPlace.root().resolve("docs/keystrokes.md"), StandardCharsets.UTF_8)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 5 && cells[1].strip().matches("[0-9]+\\. .*")) {
                String count = cells[2].strip().replace("*", "");
                String how = cells[3].strip().replaceAll(" \\(.*\\)", "");
                String other = cells[4].strip().replaceAll("[^0-9].*", "");
                rows.put(
                        cells[1].strip().replaceFirst("[0-9]+\\. ", ""),
                        new Row(
                                Integer.parseInt(count),
                                count + ": " + how,
                                other.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(other))));
            }
        }
        return rows;
    }

    // ---------------------------------------------------------------- a small shop that asks for nothing special

    private static Catalogue shop() {
        SnapshotMessage.Operator operator = new SnapshotMessage.Operator(
                "op-3",
                NUMBER,
                "Oleh",
                "SUPERVISOR",
                "en",
                PinVerifier.of(PIN, "salt".getBytes(StandardCharsets.UTF_8)),
                List.of("sales.void", "sales.discount", "sales.return", "till.open", "till.settle"));
        return Catalogue.of(new SnapshotMessage(
                1L,
                0L,
                new SnapshotMessage.Store(
                        "shop",
                        "Corner Shop",
                        List.of("Main Street 1"),
                        null,
                        "DE",
                        "EUR",
                        "en",
                        "Europe/Berlin",
                        "03:00",
                        Map.of()),
                new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP"),
                List.of(new SnapshotMessage.TaxRate("STANDARD", "S", 190_000L)),
                List.of(new SnapshotMessage.Department("all", Map.of("en", "All"), 1L, 1L)),
                List.of(
                        item("milk", "Milk", "PIECE", 1_200_000L, MILK),
                        item("tea", "Tea", "PIECE", 4_500_000L, TEA),
                        item("rice", "Rice", "PIECE", 3_200_000L, RICE),
                        item("coffee", "Coffee", "PIECE", 2_500_000L, "9104"),
                        item("apples", "Apples", "KILOGRAM", 3_000_000L, "1101")),
                List.of(operator),
                null,
                null,
                new ShopRules(
                        "FOOD",
                        null,
                        null,
                        null,
                        new SellingRules(
                                List.of(new SellingRules.RoleLimit("SUPERVISOR", 300_000L, null)), null, null, null),
                        null,
                        null,
                        null,
                        null,
                        List.of(new Reason("INSTRUCTION", "NO_SUGAR", Map.of("en", "No sugar"))))));
    }

    private static SnapshotMessage.Item item(String id, String name, String unit, long priceMicro, String code) {
        return new SnapshotMessage.Item(
                id,
                Map.of("en", name),
                "all",
                unit,
                "STANDARD",
                priceMicro,
                List.of(ScanCode.of(code).key()),
                null,
                1L,
                true);
    }
}
