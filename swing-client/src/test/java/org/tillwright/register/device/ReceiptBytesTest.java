package org.tillwright.register.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.register.device.Receipt.Barcode;
import org.tillwright.register.device.Receipt.Cut;
import org.tillwright.register.device.Receipt.Picture;
import org.tillwright.register.device.Receipt.Style;
import org.tillwright.register.device.Receipt.Symbology;
import org.tillwright.register.device.Receipt.Text;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.simulator.PtyPair;

/** What a printer on a one-way line gets to hear: it answers nothing, so all bytes taken is all there is to know. */
@Timeout(60)
class ReceiptBytesTest {

    private static final String QUESTION = "100402";
    private static final HexFormat HEX = HexFormat.of();

    /** An earlier run may have ended in the head of a command, and then in the widest and highest picture. */
    private static final String NOBODY_KNOWS_WHAT_CAME_BEFORE =
            "00".repeat(8) + QUESTION + "00".repeat(Picture.MAX_WIDTH / 8 * Picture.MAX_HEIGHT + 8);

    @TempDir
    Path directory;

    @Test
    void aReceiptArrivesByteForByte() throws Exception {
        var receipt = new Receipt(List.of(
                Text.centred("Grün", Style.LARGE),
                Text.of("€1 Ж"),
                new Barcode(Symbology.CODE128, "TW12345"),
                new Cut()));
        String expected = NOBODY_KNOWS_WHAT_CAME_BEFORE
                + QUESTION // is anybody there?
                + "1b40" + "1c2e" // start afresh
                + "1b6101" + "1b4501" + "1d2111" + "1b7413" + text("Grün", "IBM00858") + "0a"
                + "1b6100" + "1b4500" + "1d2100" + text("€1 ", "IBM00858") + "1b7411" + text("Ж", "IBM866") + "0a"
                + "1b6101" + "1d6850" + "1d7703" + "1d4802" + "1d6b490b" + "7b425457" + "7b430c22" + "7b4235"
                + "1d564200";
        assertThat(printed(receipt, expected.length() / 2)).isEqualTo(expected);
    }

    private static String text(String text, String page) {
        return HEX.formatHex(text.getBytes(Charset.forName(page)));
    }

    private String printed(Receipt receipt, int length) throws Exception {
        try (PtyPair pair = PtyPair.open(directory, "bytes");
                SerialLine far = SerialAddress.of(pair.far(), 38_400).open();
                Devices devices = Devices.open(
                        DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+serial:" + pair.near()), failure -> {
                            throw new IllegalStateException(failure);
                        })) {
            CompletableFuture<Boolean> done = devices.printer().orElseThrow().ask(device -> {
                device.print(receipt);
                return true;
            });
            var all = new ByteArrayOutputStream();
            while (all.size() < length && read(far, all) > 0) {
                assertThat(all.size()).isLessThanOrEqualTo(length);
            }
            assertThat(done.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(far.read(new byte[1], Duration.ofMillis(100))).isZero();
            return HEX.formatHex(all.toByteArray());
        }
    }

    private static int read(SerialLine far, ByteArrayOutputStream all) throws IOException {
        byte[] buffer = new byte[1_000];
        int count = far.read(buffer, Duration.ofSeconds(10));
        all.write(buffer, 0, count);
        return count;
    }
}
