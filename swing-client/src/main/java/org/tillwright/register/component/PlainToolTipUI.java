package org.tillwright.register.component;

import com.formdev.flatlaf.ui.FlatToolTipUI;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;

/** Tool tips that show every text as it is, as {@link PlainLabelUI} does. */
public final class PlainToolTipUI extends FlatToolTipUI {

    private PlainToolTipUI() {}

    /** As Swing asks for it. */
    public static ComponentUI createUI(JComponent tip) {
        return new PlainToolTipUI();
    }

    @Override
    public void installUI(JComponent tip) {
        Look.takeLiterally(tip);
        super.installUI(tip);
    }
}
