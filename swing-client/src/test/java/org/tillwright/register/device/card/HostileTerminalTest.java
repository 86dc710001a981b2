package org.tillwright.register.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardDay;
import org.tillwright.register.device.CardLast;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.CardResult.Approved;
import org.tillwright.register.device.CardResult.Unknown;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.CardWatcher;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.json.WireJson;

/** A terminal that says what it likes, byte by byte: what is believed, what is asked again, and what goes no further. */
@Timeout(60)
class HostileTerminalTest {

    private static final Currency EURO = Currency.of("EUR");
    private static final Money AMOUNT = new Money(EURO, 890);
    private static final String ACKNOWLEDGED = "800000";
    private static final String COMPLETION = "060f00";
    private static final String CARD_NUMBER = "4111111111111111";

    private Liar terminal;
    private Devices devices;

    @BeforeEach
    void open() throws IOException {
        terminal = new Liar();
        devices = Devices.open(
                DeviceUris.NONE.with(DeviceKind.CARD_TERMINAL, "zvt+tcp:127.0.0.1:" + terminal.port() + "?limit=5"),
                failure -> {});
    }

    @AfterEach
    void close() throws IOException {
        devices.close();
        terminal.close();
    }

    private <R> R ask(DeviceLane.Question<CardTerminal, R> question) throws Exception {
        return devices.cardTerminal().orElseThrow().ask(question).get(30, TimeUnit.SECONDS);
    }

    private CardLast last() throws Exception {
        return ask(device -> device.last(EURO));
    }

    private CardResult pay() throws Exception {
        return ask(device -> device.authorize(AMOUNT));
    }

    /** An approval; amount and trace as digits. */
    private static String approval(String minor, String currency, String trace, String terminalId, String more) {
        return apdu(
                "040f",
                "2700" + "04" + "0".repeat(12 - minor.length()) + minor + "49" + currency + "0b" + trace + "29"
                        + terminalId + "870001" + more);
    }

    private static String apdu(String control, String data) {
        return control + String.format("%02x", data.length() / 2) + data;
    }

    private static String name(String text) {
        StringBuilder length = new StringBuilder();
        for (char digit : String.format("%02d", text.length()).toCharArray()) {
            length.append('f').append(digit);
        }
        return "8b" + length + hex(text);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void anAmountOtherThanAskedForIsToldAsItIs() throws Exception {
        terminal.says("0601", ACKNOWLEDGED, approval("1000", "0978", "000007", "52500041", ""), COMPLETION);
        assertThat(pay()).isInstanceOfSatisfying(Approved.class, told -> assertThat(told.amount())
                .isEqualTo(new Money(EURO, 1000)));
    }

    @Test
    void nothingAtAllAndAnotherCurrencyAreNoAnswerToWhatWasAsked() throws Exception {
        terminal.says("0601", ACKNOWLEDGED, approval("0", "0978", "000007", "52500041", ""), COMPLETION);
        assertThat(pay()).isInstanceOf(Unknown.class);
        terminal.says("0601", ACKNOWLEDGED, approval("890", "0208", "000008", "52500041", ""), COMPLETION);
        assertThat(pay()).isInstanceOf(Unknown.class);
        terminal.says("0601", ACKNOWLEDGED, approval("890", "0999", "000009", "52500041", ""), COMPLETION);
        assertThat(pay()).isInstanceOf(Unknown.class);
        terminal.says("0620", ACKNOWLEDGED, approval("890", "0208", "000008", "52500041", ""), COMPLETION);
        assertThat(last()).isInstanceOfSatisfying(CardLast.Moved.class, last -> assertThat(last.amount())
                .isEqualTo(new Money(Currency.of("DKK"), 890)));
        terminal.says("0650", ACKNOWLEDGED, approval("890", "0208", "000008", "52500041", ""), COMPLETION);
        CardDay closed = ask(device -> device.endOfDay(EURO));
        assertThat(closed).isInstanceOfSatisfying(CardDay.Closed.class, day -> assertThat(day.total())
                .isNull());
    }

    @Test
    void anotherTerminalsNumberIsWrittenDownAsItWasTold() throws Exception {
        terminal.says("0601", ACKNOWLEDGED, approval("890", "0978", "000007", "52500041", ""), COMPLETION);
        assertThat(pay()).isInstanceOf(Approved.class);
        // The same number of movement, and of another terminal: it took the other's place, and this is news.
        terminal.says("0601", ACKNOWLEDGED, approval("890", "0978", "000007", "99999999", ""), COMPLETION);
        assertThat(pay()).isInstanceOfSatisfying(Approved.class, told -> assertThat(
                        told.card().terminalId())
                .isEqualTo("99999999"));
    }

    @Test
    void anApprovalOfBeforeIsNoApprovalOfThis() throws Exception {
        String old = approval("890", "0978", "000007", "52500041", "");
        terminal.says("0620", ACKNOWLEDGED, old, COMPLETION);
        assertThat(last()).isInstanceOf(CardLast.Moved.class);
        terminal.says("0601", ACKNOWLEDGED, old, COMPLETION);
        assertThat(pay()).as("the one that it told as its last").isInstanceOf(Unknown.class);
        terminal.says("0601", ACKNOWLEDGED, old, approval("890", "0978", "000008", "52500041", ""), COMPLETION);
        assertThat(pay()).as("late, and then the right one").isInstanceOfSatisfying(Approved.class, told -> assertThat(
                        told.card().trace())
                .isEqualTo("000008"));
        terminal.says("0601", ACKNOWLEDGED, approval("890", "0978", "000008", "52500041", ""), COMPLETION);
        assertThat(pay()).as("the one that was approved a moment ago").isInstanceOf(Unknown.class);
    }

    @Test
    void aTerminalThatCountsNothingIsBelieved() throws Exception {
        for (int i = 0; i < 2; i++) {
            terminal.says("0601", ACKNOWLEDGED, approval("890", "0978", "000000", "52500041", ""), COMPLETION);
            assertThat(pay()).isInstanceOf(Approved.class);
        }
    }

    @Test
    void anApprovalAfterTheStopIsAnApproval() throws Exception {
        terminal.says("0601", ACKNOWLEDGED, apdu("04ff", "0a"));
        terminal.says("06b0", approval("890", "0978", "000007", "52500041", ""), COMPLETION);
        CompletableFuture<CardResult> paying =
                devices.cardTerminal().orElseThrow().ask(device -> device.authorize(AMOUNT));
        terminal.awaitAsked("0601");
        devices.cardTerminal().orElseThrow().device().cancel();
        assertThat(paying.get(30, TimeUnit.SECONDS)).isInstanceOf(Approved.class);
    }

    @Test
    void aCardNumberInATextIsMaskedAndANameWithoutEndIsCut() throws Exception {
        List<String> shown = new ArrayList<>();
        devices.cardTerminal().orElseThrow().device().watch(new CardWatcher() {
            @Override
            public void shows(String code, String text) {
                shown.add(text);
            }
        });
        String line = "07" + String.format("%02x", CARD_NUMBER.length()) + hex(CARD_NUMBER);
        String display = "24" + String.format("%02x", line.length() / 2) + line;
        terminal.says(
                "0601",
                ACKNOWLEDGED,
                apdu("04ff", "0aff" + "06" + String.format("%02x", display.length() / 2) + display),
                approval("890", "0978", "000007", "52500041", name("VISA " + CARD_NUMBER + " " + "Z".repeat(77))),
                COMPLETION);
        Approved told = (Approved) pay();
        SaleMessage.Card card = told.card();
        assertThat(card.scheme()).hasSizeLessThanOrEqualTo(40).startsWith("VISA ************1111");
        assertThat(shown)
                .singleElement()
                .asString()
                .contains("************1111")
                .doesNotContain("4111");
        assertThat(WireJson.write(new SaleMessage.Tender("CARD", 890L, card)))
                .as("what becomes of it in the journal")
                .isNotEmpty();
    }

    /** Answers each command as it was told, and hears everything else without a word. */
    private static final class Liar implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
        private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

        Liar() throws IOException {
            says("0501", ACKNOWLEDGED, apdu("060f", "00"));
            Thread thread = new Thread(this::serve, "hostile terminal");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return door.getLocalPort();
        }

        void says(String command, String... messages) {
            answers.put(command, List.of(messages));
        }

        void awaitAsked(String command) throws InterruptedException {
            String next = asked.poll(20, TimeUnit.SECONDS);
            while (!command.equals(next)) {
                assertThat(next).as("asked in time").isNotNull();
                next = asked.poll(20, TimeUnit.SECONDS);
            }
        }

        private void serve() {
            while (!door.isClosed()) {
                try (Socket register = door.accept()) {
                    speak(register);
                } catch (IOException e) {
                    // The register hung up, or the test is over.
                }
            }
        }

        private void speak(Socket register) throws IOException {
            DataInputStream in = new DataInputStream(register.getInputStream());
            try {
                while (true) {
                    String command = HexFormat.of().formatHex(in.readNBytes(2));
                    if (command.isEmpty()) {
                        return;
                    }
                    in.skipNBytes(in.readUnsignedByte());
                    for (String message : answers.getOrDefault(command, List.of())) {
                        register.getOutputStream().write(HexFormat.of().parseHex(message));
                    }
                    register.getOutputStream().flush();
                    asked.add(command);
                }
            } catch (EOFException e) {
                // The register hung up.
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
