package org.tillwright.register.selling;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.cart.CartPanel;
import org.tillwright.register.component.ChoicePanel;
import org.tillwright.register.component.EntryField;
import org.tillwright.register.component.Keypad;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.component.TabBar;
import org.tillwright.register.component.TouchButton;
import org.tillwright.register.component.TouchButton.Role;
import org.tillwright.register.component.WorkLayout;
import org.tillwright.register.component.WorkPanel;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.keyboard.KeyMap;
import org.tillwright.register.text.Texts;
import org.tillwright.register.tile.PictureShelf;
import org.tillwright.register.tile.TilePanel;

/** Draws {@link SellingState} and reports keys. Contains no rules. */
public final class SellingView extends JPanel {

    private final Texts texts;
    private final SellingIntents intents;
    private final EntryField entry;
    private final CartPanel cart;
    private final TabBar departments;
    private final TilePanel tiles;
    private final TouchButton previous;
    private final TouchButton next;
    private final WorkPanel work;
    private final NoticeLine notice = new NoticeLine();
    private final List<TouchButton> lineKeys;
    private final TouchButton cash;
    private final TouchButton card;
    private final JPanel functionKeys =
            new JPanel(new MigLayout("insets 0, gap 6, wrap 4", "[grow,fill,sizegroup f]", "[56!,fill]"));
    private List<FunctionKey> shownFunctions = List.of();
    private final Set<String> bound = new HashSet<>();
    private boolean canChangeLine;
    private boolean isTaking;
    private boolean isRendering;

    public SellingView(Texts texts, PictureShelf pictures, SellingIntents intents) {
        this.texts = texts;
        this.intents = intents;
        entry = new EntryField(texts.text("selling.scan"));
        cart = new CartPanel(texts, intents::lineChosen);
        departments = new TabBar(texts, intents::departmentChosen);
        previous = new TouchButton("‹", Role.PLAIN).shortcut("PAGE_UP", texts.text("key.page-up"));
        previous.setAccessibleText(texts.text("selling.page.previous"));
        next = new TouchButton("›", Role.PLAIN).shortcut("PAGE_DOWN", texts.text("key.page-down"));
        next.setAccessibleText(texts.text("selling.page.next"));
        tiles = new TilePanel(pictures, intents::tileChosen, intents::tileMoved, this::drawPage);
        previous.addActionListener(event -> tiles.turn(-1));
        next.addActionListener(event -> tiles.turn(1));
        work = new WorkPanel(
                usualWork(),
                texts,
                new WorkPanel.Intents(intents::answered, intents::choiceMade, id -> run(id), this::cancel));
        TouchButton quantity = key("selling.quantity", "F2", () -> intents.quantity(keyedForLine()));
        TouchButton price = key("selling.price", "F3", () -> intents.price(keyedForLine()));
        TouchButton voidLine = key("selling.void-line", "F4", intents::voidLine);
        lineKeys = List.of(quantity, price, voidLine);
        card = key("selling.card", "F11", intents::payCard);
        cash = mainKey();
        layOut();
        bindKeys();
    }

    private JPanel usualWork() {
        JPanel panel = new JPanel(new MigLayout("insets 0, gap 8, wrap 1", "[grow,fill]", "[56!]8[grow,fill]8[]"));
        panel.setOpaque(false);
        panel.add(departments, "wmin 0");
        panel.add(tiles, "hmin 0, wmin 0");
        functionKeys.setOpaque(false);
        panel.add(functionKeys, "wmin 0");
        return panel;
    }

    private void layOut() {
        Keypad.Names names = Keypad.Names.of(texts);
        WorkLayout.layOut(
                this,
                work,
                notice,
                new WorkLayout.Column(
                        entry,
                        cart,
                        new Keypad(() -> entry, lineKeys, names),
                        WorkLayout.keys("[grow 35,fill][grow 65,fill]", card, cash)));
    }

    private void bindKeys() {
        entry.onEnter(this::enter);
        entry.onChange(text -> {
            if (!isRendering && !isTaking) {
                intents.typing(text);
            }
        });
        KeyMap.bind(this, "ESCAPE", this::cancel);
        KeyMap.bind(this, "UP", () -> move(-1));
        KeyMap.bind(this, "DOWN", () -> move(1));
    }

    /** What a search found is what Enter takes: the emptied field begins the next one only after that. */
    private void enter() {
        isTaking = true;
        String typed = entry.take();
        isTaking = false;
        work.choices()
                .flatMap(ChoicePanel::selected)
                .ifPresentOrElse(intents::choiceMade, () -> intents.entered(typed));
        intents.typing(entry.text());
    }

    /** What was keyed was for what is left now. */
    private void cancel() {
        entry.take();
        intents.cancelled();
    }

    private void move(int step) {
        if (work.choices().isPresent()) {
            work.choices().get().move(step);
        } else if (tiles.isMarked()) {
            intents.tileMoved(step);
        } else {
            cart.move(step);
        }
    }

    private void run(String function) {
        intents.function(function, entry.take());
        if (!work.isAsking()) {
            entry.focus();
        }
    }

    /** The keys that are seen, and the keyboard's for all functions of the shop. */
    private void showFunctions(SellingState state) {
        state.allFunctions().stream()
                .filter(key -> bound.add(key.id()))
                .forEach(key -> KeyMap.bind(this, key.keyStroke(), () -> run(key.id())));
        if (state.functions().equals(shownFunctions)) {
            return;
        }
        shownFunctions = state.functions();
        functionKeys.removeAll();
        for (FunctionKey key : shownFunctions) {
            TouchButton button = new TouchButton(key.label(), Role.PLAIN).hint(key.shown());
            button.setFont(Look.regular(Look.SMALL));
            button.addActionListener(event -> run(key.id()));
            functionKeys.add(button, "wmin 48");
        }
        JPanel pages = new JPanel(new MigLayout("insets 0, gap 6", "[grow,fill][grow,fill]", "[56!,fill]"));
        pages.setOpaque(false);
        pages.add(previous, "wmin 48");
        pages.add(next, "wmin 48");
        functionKeys.add(pages, "wmin 102");
        functionKeys.applyComponentOrientation(getComponentOrientation());
        functionKeys.revalidate();
        functionKeys.repaint();
    }

    /** A key of which the keyboard's is heard while it is not lit, too: the model says what is missing. */
    private TouchButton key(String text, String keyStroke, Runnable action) {
        TouchButton key = new TouchButton(texts.text(text), Role.PLAIN).hint(keyStroke);
        Runnable doing = () -> {
            action.run();
            if (!work.isAsking()) {
                entry.focus();
            }
        };
        key.addActionListener(event -> doing.run());
        KeyMap.bind(this, keyStroke, doing);
        return key;
    }

    /** What was keyed stays where no line can have it. */
    private String keyedForLine() {
        return canChangeLine ? entry.take() : entry.text();
    }

    private TouchButton mainKey() {
        TouchButton key = new TouchButton("", Role.MAIN).hint("F12");
        key.addActionListener(event -> intents.payCash());
        KeyMap.bind(this, "F12", intents::payCash);
        return key;
    }

    public void render(SellingState state) {
        isRendering = true;
        cart.render(state.cart());
        notice.show(state.notice());
        departments.show(state.departments(), state.department());
        tiles.nothing(texts.text(state.department().isEmpty() ? "selling.search.nothing" : "selling.tiles.nothing"));
        tiles.show(state.tiles(), state.marked());
        Prompt prompt = state.prompt();
        showFunctions(state);
        boolean isAnswered;
        if (state.choices() != null) {
            isAnswered = work.show(state.choices());
        } else if (!state.more().isEmpty()) {
            isAnswered = work.show(state.more());
        } else {
            isAnswered = work.show(state.question(), prompt);
        }
        entry.setSecret(prompt != null && prompt.isSecret());
        entry.describe(state.entryHint());
        boolean isFree = state.question() == null && prompt == null && state.choices() == null;
        canChangeLine = state.hasLine() && isFree;
        lineKeys.forEach(key -> key.setEnabled(canChangeLine));
        card.setEnabled(state.canPay() && isFree);
        cash.setEnabled(state.canPay() && isFree);
        cash.caption(state.cashLabel());
        isRendering = false;
        if (isAnswered) {
            focusEntry();
        }
    }

    /** Puts the cursor where the next scan or figure goes. */
    public void focusEntry() {
        entry.focus();
    }

    private void drawPage() {
        if (tiles != null) {
            previous.setEnabled(tiles.page() > 0);
            next.setEnabled(tiles.page() < tiles.pages() - 1);
        }
    }
}
