package org.tillwright.register.device.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.simulator.PrintedReceipt;
import org.tillwright.simulator.PrinterSimulator;
import org.tillwright.simulator.PtyPair;

/** A register that prints over a serial port, in a Java machine of its own: what of the serial library is in it. */
@Timeout(120)
class NoNativeCodeTest {

    @TempDir
    Path directory;

    @Test
    void theRegistersOwnProcessNeverLoadsTheSerialLibrary() throws Exception {
        Path classes = directory.resolve("classes.log");
        var printed = new LinkedBlockingQueue<PrintedReceipt>();
        try (PtyPair pair = PtyPair.open(directory, "native");
                PrinterSimulator printer =
                        PrinterSimulator.open(pair.far().toString(), pair, 42, new PrinterSimulator.Listener() {
                            @Override
                            public void cut(PrintedReceipt receipt) {
                                printed.add(receipt);
                            }
                        })) {
            ProcessBuilder register = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-Xlog:class+load:file=" + classes,
                    RegisterThatPrints.class.getName(),
                    "escpos+serial:" + pair.near());
            register.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            Process running = register.inheritIO().start();
            assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(running.exitValue()).isZero();
            assertThat(printed.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(printer.tcpPort()).as("it is on a serial line").isZero();
        }
        String loaded = Files.readString(classes);
        assertThat(loaded).contains(DriverHost.class.getName()).contains("EscPosPrinter");
        assertThat(loaded).doesNotContain("gnu.io.").doesNotContain("Rs232Line");
    }
}
