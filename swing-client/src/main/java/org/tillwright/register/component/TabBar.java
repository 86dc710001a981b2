package org.tillwright.register.component;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tillwright.register.keyboard.KeyMap;
import org.tillwright.register.text.Texts;

/** A row of choices of equal width. When there are more than fit, a key at the end shows the next ones. */
public final class TabBar extends JPanel {

    private static final int LEAST_WIDTH = 92;
    private static final int MORE_WIDTH = 48;
    private static final int GAP = 6;

    private final Texts texts;
    private final Consumer<String> chosen;
    private List<Tab> tabs = List.of();
    private String current = "";
    private int first;
    private int drawnWidth = -1;

    public TabBar(Texts texts, Consumer<String> chosen) {
        super(new MigLayout("insets 0, gap " + GAP, "", "[56!,fill]"));
        this.texts = texts;
        this.chosen = chosen;
        setOpaque(false);
        KeyMap.bind(this, "ctrl PAGE_DOWN", () -> step(1));
        KeyMap.bind(this, "ctrl PAGE_UP", () -> step(-1));
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                if (getWidth() != drawnWidth) {
                    draw();
                }
            }
        });
    }

    public void show(List<Tab> next, String chosenId) {
        boolean isOther = !next.equals(tabs) || !chosenId.equals(current);
        tabs = List.copyOf(next);
        current = chosenId;
        if (isOther) {
            int index = indexOf(chosenId);
            if (index >= 0 && (index < first || index >= first + room())) {
                first = index / room() * room();
            }
            draw();
        }
    }

    /** How many fit beside the key that shows more. */
    private int room() {
        int width = Math.max(getWidth(), LEAST_WIDTH);
        int all = (width + GAP) / (LEAST_WIDTH + GAP);
        return tabs.size() <= all ? Math.max(1, all) : Math.max(1, (width - MORE_WIDTH) / (LEAST_WIDTH + GAP));
    }

    private void draw() {
        drawnWidth = getWidth();
        removeAll();
        int room = room();
        first = first >= tabs.size() ? 0 : first;
        for (Tab tab : tabs.subList(first, Math.min(tabs.size(), first + room))) {
            TouchButton key = new TouchButton(tab.name(), TouchButton.Role.PLAIN);
            key.setFont(Look.regular(Look.SMALL));
            key.setChosen(tab.id().equals(current));
            key.addActionListener(event -> chosen.accept(tab.id()));
            key.setBorderPainted(true);
            // On the key that is filled its own hue would be hard to see; there it is the key that stands out.
            Color edge = tab.id().equals(current)
                    ? Look.colors().onAccent()
                    : Look.colors().department(tab.hue());
            add(new Marked(key, edge), "wmin 48, growx, pushx, sizegroupx tab");
        }
        if (room < tabs.size()) {
            TouchButton more = new TouchButton("···", TouchButton.Role.PLAIN);
            more.setAccessibleText(texts.text("selling.departments.more"));
            more.addActionListener(event -> {
                first = first + room >= tabs.size() ? 0 : first + room;
                draw();
            });
            add(more, "w 48!");
        }
        applyComponentOrientation(getComponentOrientation());
        revalidate();
        repaint();
    }

    private void step(int step) {
        if (!tabs.isEmpty()) {
            int index = Math.floorMod(indexOf(current) + step, tabs.size());
            chosen.accept(tabs.get(index).id());
        }
    }

    private int indexOf(String id) {
        for (int i = 0; i < tabs.size(); i++) {
            if (tabs.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** One choice, with its colour 0 to 7. */
    public record Tab(String id, String name, int hue) {}

    /** A key with its department's colour along its foot. */
    private static final class Marked extends JPanel {

        private static final int EDGE = 4;

        private final Color color;

        Marked(JComponent key, Color color) {
            super(new MigLayout("insets 0", "[grow,fill]", "[grow,fill]"));
            this.color = color;
            setOpaque(false);
            add(key, "wmin 0");
        }

        @Override
        protected void paintChildren(Graphics graphics) {
            super.paintChildren(graphics);
            Graphics2D g = Lettering.smooth(graphics.create());
            g.setColor(color);
            g.fillRoundRect(12, getHeight() - EDGE - 3, getWidth() - 24, EDGE, EDGE, EDGE);
            g.dispose();
        }
    }
}
