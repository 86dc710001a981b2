package org.tillwright.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceListener;
import org.tillwright.register.device.DeviceUris;
import org.tillwright.register.device.Devices;
import org.tillwright.register.device.serial.SerialAddress;
import org.tillwright.register.device.serial.SerialLine;
import org.tillwright.simulator.PtyPair;

/** A printer that answers every question but the first of one kind: then it has the register's host killed. */
final class PaperOfALostHost implements AutoCloseable {

    static final byte[] ASKED_HOW_IT_IS = {0x10, 0x04};
    static final byte[] ASKED_WHEN_PRINTED = {0x1D, 'r', 1};
    private static final byte[] ASKED_IN_TURN = {0x1D, 'r', 2};

    private final SerialLine line;
    private final byte[] fatal;
    private final LongSupplier host;
    private final CountDownLatch printed = new CountDownLatch(1);
    private final List<String> papers = new ArrayList<>();
    private ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    private boolean killed;

    private PaperOfALostHost(Path far, byte[] fatal, LongSupplier host) throws IOException {
        this.line = SerialAddress.of(far, 38_400).open();
        this.fatal = fatal;
        this.host = host;
        var thread = new Thread(this::run, "paper");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Prints something and has the host killed meanwhile.
     *
     * @param question at whose first coming the host is killed
     * @param print hands one paper to the printer's lane
     * @return the papers, in Latin letters
     */
    static List<String> printed(Path directory, byte[] question, DeviceListener listener, Consumer<Devices> print)
            throws IOException, InterruptedException {
        try (PtyPair pair = PtyPair.open(directory, "lost");
                Devices devices = Devices.open(
                        DeviceUris.NONE.with(DeviceKind.PRINTER, "escpos+serial:" + pair.near()), listener);
                PaperOfALostHost paper = new PaperOfALostHost(
                        pair.far(), question, () -> devices.host().health().pid())) {
            print.accept(devices);
            return paper.awaitPrinted();
        }
    }

    private void run() {
        byte[] buffer = new byte[1];
        try {
            while (printed.getCount() > 0) {
                if (line.read(buffer, Duration.ofSeconds(1)) == 1) {
                    sheet.write(buffer[0]);
                    answer();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer() throws IOException {
        byte[] all = sheet.toByteArray();
        boolean isStatus = all.length > 2 && endsWith(all, ASKED_HOW_IT_IS, 1);
        boolean isDone = endsWith(all, ASKED_WHEN_PRINTED, 0);
        if ((isStatus || isDone) && !killed && (isStatus ? ASKED_HOW_IT_IS : ASKED_WHEN_PRINTED) == fatal) {
            killed = true;
            ProcessHandle.of(host.getAsLong()).orElseThrow().destroyForcibly();
            tearOff(isDone);
        } else if (isStatus) {
            line.write(new byte[] {0x12});
        } else if (endsWith(all, ASKED_IN_TURN, 0)) {
            line.write(new byte[] {0});
        } else if (isDone) {
            tearOff(true);
            line.write(new byte[] {0});
            printed.countDown();
        }
    }

    private void tearOff(boolean hasText) {
        if (hasText) {
            papers.add(sheet.toString(StandardCharsets.ISO_8859_1));
        }
        sheet = new ByteArrayOutputStream();
    }

    private static boolean endsWith(byte[] all, byte[] end, int more) {
        int start = all.length - end.length - more;
        for (int i = 0; i < end.length; i++) {
            if (start < 0 || all[start + i] != end[i]) {
                return false;
            }
        }
        return true;
    }

    private List<String> awaitPrinted() throws InterruptedException {
        assertThat(printed.await(60, TimeUnit.SECONDS)).isTrue();
        return papers;
    }

    @Override
    public void close() {
        printed.countDown();
        line.close();
    }
}
