package org.tillwright.register.status;

import java.awt.Color;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.Sentence;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.text.Texts;

/** Draws {@link StatusState} in place of the screen, and reports keys. */
public final class StatusView extends JPanel {

    private final Texts texts;
    private final StatusIntents intents;
    private final JPanel rows = new JPanel(new MigLayout("insets 0, gapx 24, gapy 4, wrap 3", "[][grow,fill][]", ""));
    private final NoticeLine notice = new NoticeLine();
    private final TouchButton leave;
    private final TouchButton devices;
    private StatusState shown = StatusState.EMPTY;

    public StatusView(Texts texts, StatusIntents intents) {
        super(new MigLayout("insets 8, gap 0, wrap 1", "[grow,fill]", "[grow,fill]8[40!,fill]"));
        this.texts = texts;
        this.intents = intents;
        setBackground(Look.colors().ground());
        JPanel sheet = WorkLayout.surface("insets 24, gap 0, wrap 1", "[grow,fill]", "[]16[grow,fill]16[64!]");
        JLabel title = new JLabel(texts.text("status.title"));
        title.setFont(Look.semibold(Look.TITLE));
        rows.setOpaque(false);
        leave = new TouchButton(texts.text("help.leave"), Role.MAIN).shortcut("ESCAPE", texts.text("key.escape"));
        leave.addActionListener(event -> intents.leave());
        devices = new TouchButton(texts.text("status.devices.set-up"), Role.PLAIN).shortcut("F6", "F6");
        devices.addActionListener(event -> intents.devices());
        sheet.add(title);
        sheet.add(rows, "hmin 0, wmin 0, top");
        sheet.add(leave, "split 2, w 240!, growx 0");
        sheet.add(devices, "w 280!, growx 0");
        add(sheet, "hmin 0");
        add(notice, "wmin 0");
    }

    public void render(StatusState state) {
        notice.show(state.notice());
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        rows.removeAll();
        for (StatusState.Row row : state.rows()) {
            line(
                    row.name(),
                    row.text(),
                    row.needsLook() ? Look.colors().warning() : Look.colors().text(),
                    "spanx 2");
        }
        for (StatusState.Aside aside : state.aside()) {
            line(aside.name(), aside.text(), Look.colors().text(), "aligny center");
            TouchButton again = new TouchButton(texts.text("status.send-again"), Role.PLAIN);
            again.setAccessibleText(texts.text("status.send-again.name", Long.toString(aside.sequence())));
            again.addActionListener(event -> intents.sendAgain(aside.sequence()));
            rows.add(again, "h 48!, wmin 160");
        }
        if (!state.more().isEmpty()) {
            line("", state.more(), Look.colors().muted(), "spanx 2");
        }
        rows.applyComponentOrientation(getComponentOrientation());
        rows.revalidate();
        rows.repaint();
    }

    private void line(String name, String text, Color color, String place) {
        JLabel label = new JLabel(name);
        label.setForeground(Look.colors().muted());
        rows.add(label, place.startsWith("span") ? "aligny top" : place);
        rows.add(Sentence.of(text, Look.regular(Look.BODY), color), "wmin 0, growx, " + place);
    }

    public void focusLeave() {
        leave.requestFocusInWindow();
    }
}
