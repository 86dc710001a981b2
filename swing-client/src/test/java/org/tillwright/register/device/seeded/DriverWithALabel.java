package org.tillwright.register.device.seeded;

import java.awt.Component;
import javax.swing.JLabel;

/** Breaks a rule on purpose; only the tests of the rules look at it. */
public final class DriverWithALabel {

    private DriverWithALabel() {}

    static Component label() {
        return new JLabel("paper is out");
    }
}
