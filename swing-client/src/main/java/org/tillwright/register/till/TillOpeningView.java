package org.tillwright.register.till;

import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tillwright.register.component.EntryField;
import org.tillwright.register.component.FormPanel;
import org.tillwright.register.component.Keypad;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.text.Texts;

/** Draws {@link TillOpeningState} and reports keys. Contains no rules. */
public final class TillOpeningView extends JPanel {

    private final FormPanel form = new FormPanel();
    private final EntryField amount = new EntryField("");
    private final JLabel amountName;
    private final TouchButton open;
    private final NoticeLine notice = new NoticeLine();

    public TillOpeningView(Texts texts, TillOpeningIntents intents) {
        amountName = form.field("", amount);
        open = new TouchButton(texts.text("till.open.go"), Role.MAIN).shortcut("F12", texts.text("key.enter"));
        open.addActionListener(event -> intents.open(amount.text().strip()));
        amount.onEnter(() -> intents.open(amount.text().strip()));
        TouchButton signOff = new TouchButton(texts.text("selling.sign-off"), Role.PLAIN)
                .shortcut("ESCAPE", texts.text("key.escape"));
        signOff.addActionListener(event -> intents.signOff());
        form.part(WorkLayout.keys("[grow 40,fill][grow 60,fill]", signOff, open), "h 64!, gaptop 8");
        form.keypad(new Keypad(() -> amount, List.of(), Keypad.Names.of(texts)));
        WorkLayout.layOut(this, form, notice);
    }

    public void render(TillOpeningState state) {
        form.head(state.title(), state.detail());
        amountName.setText(state.floatHint());
        amount.describe(state.floatHint());
        notice.show(state.notice());
        open.setEnabled(!state.isBusy());
    }

    public void focusEntry() {
        amount.setText("");
        amount.focus();
    }
}
