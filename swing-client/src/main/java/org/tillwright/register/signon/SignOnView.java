package org.tillwright.register.signon;

import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.component.EntryField;
import org.tillwright.register.component.FormPanel;
import org.tillwright.register.component.Keypad;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.keyboard.KeyMap;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.BadgeCode;

/** Draws {@link SignOnState} and reports keys. Contains no rules. */
public final class SignOnView extends JPanel {

    private final SignOnIntents intents;
    private final FormPanel form = new FormPanel();
    private final EntryField number;
    private final EntryField pin;
    private final TouchButton signOn;
    private final NoticeLine notice = new NoticeLine();
    private EntryField current;
    private final JPanel names =
            new JPanel(new MigLayout("insets 0, gap 8, wrap 2", "[grow,fill,sizegroup n]", "[56!,fill]"));
    private List<SignOnState.Known> known = List.of();
    private int attempt;

    public SignOnView(Texts texts, SignOnIntents intents) {
        this.intents = intents;
        number = new EntryField(texts.text("signon.number"));
        number.setName("number");
        pin = new EntryField(texts.text("signon.pin"));
        pin.setName("pin");
        pin.setSecret(true);
        current = number;
        number.onFocus(() -> current = number);
        pin.onFocus(() -> current = pin);
        number.onEnter(this::numberEntered);
        pin.onEnter(this::submit);
        KeyMap.bind(this, "ESCAPE", this::restart);
        signOn = new TouchButton(texts.text("signon.go"), Role.MAIN).shortcut("F12", texts.text("key.enter"));
        signOn.addActionListener(event -> submit());
        names.setOpaque(false);
        form.part(names, "gapbottom 16");
        form.field(texts.text("signon.number"), number);
        form.field(texts.text("signon.pin"), pin);
        form.part(signOn, "h 64!, gaptop 8");
        TouchButton next = new TouchButton(texts.text("key.next"), Role.FIGURE);
        next.setFont(Look.regular(Look.BODY));
        next.addActionListener(event -> enter());
        form.keypad(new Keypad(() -> current, List.of(next), Keypad.Names.of(texts)));
        WorkLayout.layOut(this, form, notice);
    }

    public void render(SignOnState state) {
        form.head(state.title(), state.detail());
        notice.show(state.notice());
        signOn.setEnabled(!state.isBusy());
        number.setEntryEnabled(!state.isBusy());
        pin.setEntryEnabled(!state.isBusy());
        show(state.known());
        if (state.attempt() != attempt) {
            attempt = state.attempt();
            pin.setText("");
            if (!state.number().isEmpty() || BadgeCode.isMeant(number.text())) {
                number.setText(state.number());
            }
            if (number.text().isEmpty()) {
                number.focus();
            } else {
                pin.focus();
            }
        }
    }

    /** Whoever was here before need not key the number. */
    private void show(List<SignOnState.Known> next) {
        names.setVisible(!next.isEmpty());
        if (next.equals(known)) {
            return;
        }
        known = next;
        names.removeAll();
        for (SignOnState.Known each : next) {
            TouchButton key = new TouchButton(each.name(), Role.PLAIN).hint(each.number());
            key.addActionListener(event -> intents.known(each.number()));
            names.add(key, "wmin 48");
        }
        names.applyComponentOrientation(getComponentOrientation());
        names.revalidate();
    }

    /** Empties both fields for whoever comes next. */
    public void restart() {
        number.setText("");
        pin.setText("");
        number.focus();
    }

    private void numberEntered() {
        if (!intents.badge(number.text())) {
            pin.focus();
        }
    }

    private void enter() {
        if (current == number) {
            numberEntered();
        } else {
            submit();
        }
    }

    private void submit() {
        intents.signOn(number.text().strip(), pin.text());
    }
}
