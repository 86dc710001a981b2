package org.tillwright.register.component;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.dialogue.FunctionKey;
import org.tillwright.register.text.Texts;

/** Functions as large keys, in place of the tiles. */
public final class FunctionPanel extends JPanel {

    /** More than these stand in four columns, so that the key that leaves stays in sight. */
    private static final int MOST_IN_THREE_COLUMNS = 24;

    private final Texts texts;
    private final Consumer<String> chosen;
    private final Runnable left;
    private List<FunctionKey> shown = List.of();

    public FunctionPanel(Texts texts, Consumer<String> chosen, Runnable left) {
        this.texts = texts;
        this.chosen = chosen;
        this.left = left;
        WorkLayout.round(this);
    }

    public void show(List<FunctionKey> keys) {
        if (keys.equals(shown)) {
            return;
        }
        shown = List.copyOf(keys);
        removeAll();
        boolean isMany = keys.size() > MOST_IN_THREE_COLUMNS;
        int columns = isMany ? 4 : 3;
        setLayout(new MigLayout("insets 12, gap 8, wrap " + columns, "[grow,fill,sizegroup f]", "[48:56:56,fill]"));
        for (FunctionKey key : keys) {
            // The keyboard's keys are the screen's own: they work here as on the first screen.
            TouchButton button = new TouchButton(key.label(), TouchButton.Role.PLAIN).hint(key.shown());
            button.setFont(Look.regular(isMany ? Look.SMALL : Look.BODY));
            button.addActionListener(event -> chosen.accept(key.id()));
            add(button, "wmin 0");
        }
        TouchButton leave = new TouchButton(texts.text("key.cancel"), TouchButton.Role.PLAIN)
                .shortcut("ESCAPE", texts.text("key.escape"));
        leave.addActionListener(event -> left.run());
        add(leave, "newline push, spanx, h 48:64:64, w 200!, growx 0");
        applyComponentOrientation(getComponentOrientation());
        revalidate();
        repaint();
    }
}
