package org.tillwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a script does to a simulated printer is what the printer then answers on its line. */
@Timeout(60)
class PrinterWordsTest {

    private static final int PAPER_NEAR_ITS_END = 0x0C;
    private static final int FAULT = 0x40;
    private static final int DRAWERS_CONTACT = 0x04;

    private final List<String> said = new ArrayList<>();
    private PrinterSimulator printer;
    private Socket line;

    @BeforeEach
    void open() throws IOException {
        printer = PrinterSimulator.open("tcp:0", null, PrinterSimulator.DEFAULT_COLUMNS, receipt -> {});
        line = new Socket(InetAddress.getLoopbackAddress(), printer.tcpPort());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        printer.close();
    }

    @Test
    void aRollAKnifeAndADrawerAreMovedByWords() throws Exception {
        assertThat(answer(4) & PAPER_NEAR_ITS_END).isZero();
        say("roll low");
        assertThat(answer(4) & PAPER_NEAR_ITS_END).isEqualTo(PAPER_NEAR_ITS_END);
        say("roll full");
        assertThat(answer(4) & PAPER_NEAR_ITS_END).isZero();
        say("knife jam");
        assertThat(answer(2) & FAULT).isEqualTo(FAULT);
        say("knife free");
        assertThat(answer(2) & FAULT).isZero();
        say("drawer open");
        assertThat(answer(1) & DRAWERS_CONTACT).isEqualTo(DRAWERS_CONTACT);
        say("drawer shut");
        assertThat(answer(1) & DRAWERS_CONTACT).isZero();
    }

    private void say(String words) throws Exception {
        var script = new SimulatorScript(printer, new ScriptEvents(), said::add);
        assertThat(script.run("script", new BufferedReader(new StringReader(words))))
                .as(said.toString())
                .isTrue();
    }

    private int answer(int question) throws IOException {
        line.getOutputStream().write(new byte[] {0x10, 0x04, (byte) question});
        return line.getInputStream().read();
    }
}
