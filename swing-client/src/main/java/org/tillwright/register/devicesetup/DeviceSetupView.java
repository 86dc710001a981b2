package org.tillwright.register.devicesetup;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.tillwright.register.component.ChoicePanel;
import org.tillwright.register.component.EntryField;
import org.tillwright.register.component.Keypad;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.Sentence;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.component.WorkPanel;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.keyboard.KeyMap;
import org.tillwright.register.text.Texts;

/** Draws {@link DeviceSetupState} and reports keys. Contains no rules. */
public final class DeviceSetupView extends JPanel {

    /** Address, condition and a hint. */
    private static final int FACTS = 3;

    private final DeviceSetupIntents intents;
    private final WorkPanel work;
    private final NoticeLine notice = new NoticeLine();
    private final EntryField entry;
    private final JLabel heading = new JLabel(" ");
    private final List<JTextArea> facts = new ArrayList<>();
    private final TouchButton tryOut;
    private final TouchButton remove;
    private final TouchButton save;
    private boolean isSecret;

    public DeviceSetupView(Texts texts, DeviceSetupIntents intents) {
        this.intents = intents;
        entry = new EntryField(texts.text("setup.choose"));
        work = new WorkPanel(
                new JPanel(), texts, new WorkPanel.Intents(answer -> {}, this::choose, id -> {}, this::back));
        tryOut = new TouchButton(texts.text("setup.try"), Role.PLAIN).shortcut("F5", "F5");
        remove = new TouchButton(texts.text("setup.remove"), Role.PLAIN).shortcut("F8", "F8");
        save = new TouchButton(texts.text("setup.save"), Role.MAIN).shortcut("F12", "F12");
        tryOut.addActionListener(event -> does(intents::tryOut));
        remove.addActionListener(event -> does(intents::remove));
        save.addActionListener(event -> does(intents::save));
        entry.onEnter(this::enter);
        KeyMap.bind(this, "ESCAPE", this::back);
        KeyMap.bind(this, "UP", () -> work.choices().ifPresent(list -> list.move(-1)));
        KeyMap.bind(this, "DOWN", () -> work.choices().ifPresent(list -> list.move(1)));
        WorkLayout.layOut(
                this,
                work,
                notice,
                new WorkLayout.Column(
                        entry,
                        sheet(),
                        new Keypad(() -> entry, List.of(remove, tryOut), Keypad.Names.withPoint(texts)),
                        WorkLayout.keys("[grow,fill]", save)));
    }

    private JPanel sheet() {
        JPanel sheet = WorkLayout.surface("insets 16, gap 8, wrap 1", "[grow,fill]", "");
        heading.setFont(Look.semibold(Look.LARGE));
        sheet.add(heading, "wmin 0");
        for (int i = 0; i < FACTS; i++) {
            JTextArea fact =
                    Sentence.of("", Look.regular(Look.SMALL), Look.colors().text());
            facts.add(fact);
            sheet.add(fact, "wmin 0, growx");
        }
        return sheet;
    }

    public void render(DeviceSetupState state) {
        notice.show(state.notice());
        Prompt prompt = state.prompt();
        if (state.choices() != null) {
            work.show(state.choices());
        } else {
            work.show(null, prompt);
        }
        isSecret = prompt != null && prompt.isSecret();
        entry.setSecret(isSecret);
        entry.describe(
                prompt != null
                        ? prompt.hint()
                        : state.choices() == null ? "" : state.choices().hint());
        heading.setText(state.heading().isEmpty() ? " " : state.heading());
        for (int i = 0; i < FACTS; i++) {
            Sentence.change(
                    facts.get(i), i < state.facts().size() ? state.facts().get(i) : "");
        }
        tryOut.setEnabled(state.canTry());
        save.setEnabled(state.canSave());
        remove.setEnabled(state.canRemove());
    }

    private void enter() {
        String typed = entry.take();
        work.choices().flatMap(ChoicePanel::selected).ifPresentOrElse(this::choose, () -> key(typed));
    }

    /** What was not taken stays to be mended; what others must not read is keyed anew. */
    private void key(String typed) {
        intents.keyed(typed);
        if (work.choices().isEmpty() && !isSecret) {
            entry.setText(typed);
        }
    }

    private void choose(String id) {
        entry.take();
        intents.chosen(id);
        entry.focus();
    }

    private void back() {
        entry.take();
        intents.back();
    }

    private void does(Runnable intent) {
        intent.run();
        entry.focus();
    }

    /** Puts the cursor where arrows and Enter are heard. */
    public void focusEntry() {
        entry.focus();
    }
}
