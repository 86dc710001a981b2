package org.tillwright.register.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.CardTerminal;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.simulator.PaymentSimulator.Mode;
import org.tillwright.simulator.TerminalSimulator;

/** What register and simulated terminal say to each other, read by Wireshark's own dissector of ZVT: nobody here wrote that. */
@Timeout(120)
class ZvtDissectedTest {

    private static final Currency EURO = Currency.of("EUR");
    private static final Money AMOUNT = new Money(EURO, 890);
    private static final List<String> FIELDS =
            List.of("zvt.control_field", "zvt.amount", "zvt.result_code", "zvt.cc", "zvt.trace_number");

    @TempDir
    Path directory;

    private final List<String> shown = new ArrayList<>();

    private static <R> R ask(Devices devices, DeviceLane.Question<CardTerminal, R> question) throws Exception {
        return devices.cardTerminal().orElseThrow().ask(question).get(30, TimeUnit.SECONDS);
    }

    private static void dialogue(Devices devices) throws Exception {
        CardResult.Approved paid = (CardResult.Approved) ask(devices, terminal -> terminal.authorize(AMOUNT));
        ask(devices, terminal -> terminal.refund(CardRefund.of(new Money(EURO, 250))));
        ask(devices, terminal -> terminal.refund(CardRefund.undoing(AMOUNT, paid.card())));
        ask(devices, terminal -> terminal.last(EURO));
        ask(devices, terminal -> terminal.endOfDay(EURO));
    }

    @Test
    void theDialogueOverTcpIsZvtInBothDirections() throws Exception {
        try (TerminalSimulator terminal = TerminalSimulator.open("tcp:0", null, Mode.APPROVE, shown::add);
                Tee tee = new Tee(terminal.tcpPort());
                Devices devices = devices("zvt+tcp:127.0.0.1:" + tee.port())) {
            dialogue(devices);

            StringBuilder dump = new StringBuilder();
            for (Tee.Said said : tee.said()) {
                dump.append(said.isRegister() ? "O\n" : "I\n").append(hexDump(said.bytes()));
            }
            String pcap = pcap(dump, List.of("-D", "-T", "40000,20007"));
            String rows = dissected(pcap, List.of("-d", "tcp.port==20007,zvt"));

            assertDialogue(rows);
            assertThat(tree(pcap, List.of("-d", "tcp.port==20007,zvt")))
                    .doesNotContain("Malformed")
                    .contains("Password: 000000", "Card Type: girocard", "Receipt type: Transaction receipt (customer)")
                    .contains("Text line: MERCHANT COPY", "Text line: CUSTOMER COPY");
        }
    }

    @Test
    void theDialogueOverASerialLineIsZvtInBothDirections() throws Exception {
        Path near = directory.resolve("tty-zvt-" + ProcessHandle.current().pid() + "-register");
        Path far = directory.resolve("tty-zvt-" + ProcessHandle.current().pid() + "-device");
        Path asked = directory.resolve("asked.bin");
        Path told = directory.resolve("told.bin");
        Process socat = new ProcessBuilder(
                        "socat",
                        "-r",
                        asked.toString(),
                        "-R",
                        told.toString(),
                        "pty,raw,echo=0,link=" + near,
                        "pty,raw,echo=0,link=" + far)
                .inheritIO()
                .start();
        try {
            await(near);
            await(far);
            try (TerminalSimulator terminal = TerminalSimulator.open(far.toString(), null, Mode.APPROVE, shown::add);
                    Devices devices = devices("zvt+serial:" + near)) {
                dialogue(devices);
                assertThat(terminal.books()).hasSize(3);
            }
        } finally {
            socat.destroy();
            socat.waitFor();
        }
        StringBuilder dump = new StringBuilder();
        frames(Files.readAllBytes(asked)).forEach(frame -> dump.append(hexDump(frame)));
        frames(Files.readAllBytes(told)).forEach(frame -> dump.append(hexDump(frame)));
        String pcap = pcap(dump, List.of("-l", "147"));
        List<String> as = List.of("-o", "uat:user_dlts:\"User 0 (DLT=147)\",\"zvt\",\"0\",\"\",\"0\",\"\"");
        assertDialogue(dissected(pcap, as));
        assertThat(tree(pcap, as)).doesNotContain("Malformed").contains("Start of text (STX)", "Acknowledged (ACK)");
    }

    /** Control fields, amounts, result codes, currency and trace as Wireshark names and reads them. */
    private static void assertDialogue(String rows) {
        assertThat(rows)
                .contains("0x0600", "0x0601\t890\t\t0x0978", "0x0631\t250\t\t0x0978", "0x0630", "0x0650")
                .contains("0x040f\t890\t0x00\t0x0978\t000001")
                .contains("0x040f\t250\t0x00\t0x0978\t000002")
                .contains("0x040f\t890\t0x00\t0x0978\t000003")
                .contains("0x04ff", "0x06d3", "0x060f");
    }

    private static Devices devices(String address) {
        String uri = address + "?password=" + TerminalSimulator.FACTORY_PASSWORD;
        return Devices.open(DeviceUris.NONE.with(DeviceKind.CARD_TERMINAL, uri), failure -> {
            throw new IllegalStateException(failure);
        });
    }

    private static void await(Path link) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Files.exists(link)) {
            assertThat(System.nanoTime()).as("socat made %s", link).isLessThan(deadline);
            Thread.sleep(10); // another program makes it, and tells nobody
        }
    }

    /** One direction of a line, cut where frames and answers end. */
    private static List<byte[]> frames(byte[] bytes) {
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int end = at + 1;
            if (bytes[at] == 0x10) {
                end = at + 2;
                while (!(bytes[end] == 0x10 && bytes[end + 1] == 0x03)) {
                    end += bytes[end] == 0x10 ? 2 : 1;
                }
                end += 4;
            }
            frames.add(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
        return frames;
    }

    private static String hexDump(byte[] bytes) {
        return "0000 " + HexFormat.ofDelimiter(" ").formatHex(bytes) + "\n";
    }

    private String pcap(CharSequence dump, List<String> options) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("dump.txt"), dump);
        List<String> command = new ArrayList<>(List.of("text2pcap", "-q"));
        command.addAll(options);
        command.addAll(List.of("dump.txt", "dump.pcap"));
        Tee.run(directory, command);
        return "dump.pcap";
    }

    private String dissected(String pcap, List<String> as) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-r", pcap));
        command.addAll(as);
        command.addAll(List.of("-T", "fields", "-E", "occurrence=f"));
        FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
        return Tee.run(directory, command);
    }

    private String tree(String pcap, List<String> as) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-r", pcap, "-V"));
        command.addAll(as);
        return Tee.run(directory, command);
    }
}
