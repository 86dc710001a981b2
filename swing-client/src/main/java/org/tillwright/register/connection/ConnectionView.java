package org.tillwright.register.connection;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.tillwright.register.component.EntryField;
import org.tillwright.register.component.FormPanel;
import org.tillwright.register.component.Keypad;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.text.Texts;

/** Draws {@link ConnectionState} and reports keys. Contains no rules. */
public final class ConnectionView extends JPanel {

    /** Name, clock and speed. */
    private static final int FINDINGS = 3;

    private final Texts texts;
    private final ConnectionIntents intents;
    private final FormPanel form = new FormPanel();
    private final EntryField address;
    private final EntryField code;
    private final TouchButton test;
    private final TouchButton enrol;
    private final List<NoticeLine> findings = new ArrayList<>();
    private final NoticeLine notice = new NoticeLine();
    private EntryField current;

    public ConnectionView(Texts texts, ConnectionIntents intents) {
        this.texts = texts;
        this.intents = intents;
        address = new EntryField(texts.text("connection.address.hint"));
        address.setName("address");
        code = new EntryField(texts.text("connection.code.hint"));
        code.setName("code");
        current = address;
        address.onFocus(() -> current = address);
        code.onFocus(() -> current = code);
        address.onEnter(() -> {
            intents.test(address.text());
            code.focus(); // whoever goes on typing while the server is asked means the code
        });
        code.onEnter(this::submit);
        test = new TouchButton(texts.text("connection.test"), Role.PLAIN).shortcut("F5", "F5");
        test.addActionListener(event -> intents.test(address.text()));
        enrol = new TouchButton(texts.text("connection.enrol"), Role.MAIN).shortcut("F12", "F12");
        enrol.addActionListener(event -> submit());
        form.head(texts.text("connection.title"), texts.text("connection.detail"));
        form.field(texts.text("connection.address"), address);
        form.part(test, "h 56!, w 160!, growx 0, gapbottom 8");
        for (int i = 0; i < FINDINGS; i++) {
            NoticeLine line = new NoticeLine();
            findings.add(line);
            form.part(line, "h 24:40:40, wmin 0" + (i == FINDINGS - 1 ? ", gapbottom 16" : ""));
        }
        form.field(texts.text("connection.code"), code);
        form.part(enrol, "h 64!, gapbottom 8");
        TouchButton devices = new TouchButton(texts.text("connection.devices"), Role.PLAIN).shortcut("F6", "F6");
        devices.addActionListener(event -> intents.devices());
        form.part(devices, "h 56!, w 280!, growx 0");
        form.keypad(new Keypad(() -> current, List.of(), Keypad.Names.withPoint(texts)));
        WorkLayout.layOut(this, form, notice);
    }

    public void render(ConnectionState state) {
        if (address.text().isEmpty() && !state.address().isEmpty()) {
            address.setText(state.address());
        }
        for (int i = 0; i < FINDINGS; i++) {
            findings.get(i).show(i < state.findings().size() ? state.findings().get(i) : Announcement.NONE);
        }
        if (!state.lost().isEmpty()) {
            form.head(texts.text("connection.journal-lost.title"), state.lost());
            form.alarm();
        }
        notice.show(state.notice());
        test.setEnabled(!state.isBusy());
        enrol.setEnabled(!state.isBusy() && state.canEnrol());
    }

    public void focusEntry() {
        if (enrol.isEnabled()) {
            code.focus();
        } else {
            address.focus();
        }
    }

    private void submit() {
        intents.enrol(address.text(), code.text());
    }
}
