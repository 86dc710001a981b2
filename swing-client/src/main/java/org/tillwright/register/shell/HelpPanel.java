package org.tillwright.register.shell;

import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.Sentence;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.text.Texts;

/** Every key of the keyboard and what it does, on one sheet. */
final class HelpPanel extends JPanel {

    private static final List<String> KEYS = List.of(
            "scan",
            "search",
            "F2",
            "F3",
            "F4",
            "F5",
            "F6",
            "F7",
            "F8",
            "F9",
            "F10",
            "F11",
            "F12",
            "tenders",
            "tip-split",
            "lines",
            "pages",
            "departments",
            "escape",
            "tab",
            "language",
            "status");

    private final TouchButton leave;

    HelpPanel(Texts texts, Runnable left) {
        super(new MigLayout("insets 8", "[grow,fill]", "[grow,fill]"));
        setOpaque(false);
        JPanel sheet = WorkLayout.surface(
                "insets 32, gapx 16, gapy 6, wrap 4",
                "[]16[grow,fill]48[]16[grow,fill]",
                "[]24[][][][][][][][][][][]24[]");
        JLabel title = new JLabel(texts.text("help.title"));
        title.setFont(Look.semibold(Look.TITLE));
        sheet.add(title, "spanx 4");
        for (String key : KEYS) {
            JLabel name = new JLabel(texts.text("help.key." + key));
            name.setFont(Look.semibold(Look.BODY));
            sheet.add(name);
            sheet.add(
                    Sentence.of(
                            texts.text("help.text." + key),
                            Look.regular(Look.BODY),
                            Look.colors().muted()),
                    "wmin 0");
        }
        leave = new TouchButton(texts.text("help.leave"), TouchButton.Role.MAIN)
                .shortcut("ESCAPE", texts.text("key.escape"));
        leave.addActionListener(event -> left.run());
        sheet.add(leave, "newline push, spanx 4, w 240!, h 64!, growx 0");
        add(sheet);
    }

    void focusLeave() {
        leave.requestFocusInWindow();
    }
}
