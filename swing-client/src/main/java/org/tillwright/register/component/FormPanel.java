package org.tillwright.register.component;

import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** A white sheet that asks for one thing: title, one sentence, fields at the leading side, figures at the trailing one. */
public final class FormPanel extends JPanel {

    private static final int FIELDS_WIDTH = 400;
    private static final int KEYPAD_WIDTH = 320;

    private final JLabel title = new JLabel();
    private final JTextArea detail =
            Sentence.of("", Look.regular(Look.BODY), Look.colors().muted());
    private final JPanel fields = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[grow,fill]", ""));

    public FormPanel() {
        super(new MigLayout("insets 32, gap 0, hidemode 3", "[" + FIELDS_WIDTH + "!,fill]32[]", "[]4[]24[grow,fill]"));
        WorkLayout.round(this);
        title.setFont(Look.semibold(Look.TITLE));
        fields.setOpaque(false);
        add(title, "spanx 2, wrap");
        add(detail, "spanx 2, growx, wmin 0, wrap");
        add(fields, "growy, top");
    }

    public void head(String titleText, String detailText) {
        title.setText(titleText);
        Sentence.change(detail, detailText);
    }

    /** Adds a field under its name. */
    public JLabel field(String name, EntryField field) {
        JLabel label = new JLabel(name);
        label.setForeground(Look.colors().muted());
        fields.add(label, "gapbottom 4");
        fields.add(field, "h 56!, gapbottom 16");
        return label;
    }

    public void part(Component part, String constraints) {
        fields.add(part, constraints);
    }

    public void keypad(Keypad keypad) {
        add(keypad, "w " + KEYPAD_WIDTH + "!, aligny top, growy 0");
    }
}
