package org.tillwright.simulator.seeded;

import javax.swing.JFrame;
import org.tillwright.register.device.escpos.CodePage;

/** Break rules on purpose; only the tests of the rules look at them. */
public final class SeededSimulators {

    private SeededSimulators() {}

    /** A printer that makes the driver's own mistakes. */
    public static final class SharingMistakes {

        static int pages() {
            return CodePage.ALL.size();
        }
    }

    /** A window by another name. */
    public abstract static class Paper extends JFrame {

        private static final long serialVersionUID = 1L;
    }
}
