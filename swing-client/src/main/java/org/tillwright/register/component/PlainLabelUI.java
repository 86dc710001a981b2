package org.tillwright.register.component;

import com.formdev.flatlaf.ui.FlatLabelUI;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;

/**
 * Labels that show every text as it is. Swing takes one that begins with an HTML tag for a page: it would fetch its pictures from
 * anywhere and make objects of any class that it names, and names of goods and customers come from elsewhere.
 */
public final class PlainLabelUI extends FlatLabelUI {

    private PlainLabelUI() {
        super(false);
    }

    /** As Swing asks for it. */
    public static ComponentUI createUI(JComponent label) {
        return new PlainLabelUI();
    }

    @Override
    public void installUI(JComponent label) {
        Look.takeLiterally(label);
        super.installUI(label);
    }
}
