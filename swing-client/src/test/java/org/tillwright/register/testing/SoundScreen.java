package org.tillwright.register.testing;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JViewport;
import javax.swing.ListCellRenderer;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.tillwright.register.component.Lettering;
import org.tillwright.register.component.Look;
import org.tillwright.register.component.TouchButton;

/**
 * Looks at a window that is shown, part by part, for what a hand, an eye or a screen reader would stumble over. Event thread
 * only.
 */
public final class SoundScreen {

    private static final double TEXT_CONTRAST = 4.5;

    /** A key's words keep this far from its edge. */
    private static final int KEY_PADDING = 4;

    private static final int KEY_LINES = 2;

    private final JFrame frame;
    private final Container root;
    private final Font letters;
    private final List<String> faults = new ArrayList<>();

    /** @param letters the one font that every letter must be in, whatever else the machine has */
    public SoundScreen(JFrame frame, Font letters) {
        this.frame = frame;
        this.root = frame.getContentPane();
        this.letters = letters;
    }

    /** Returns what is wrong, a sentence for each; nothing for a sound screen. */
    public List<String> faults() {
        Set<Component> reachable = reachable();
        List<Component> shown = new ArrayList<>();
        collect(root, shown);
        for (Component part : shown) {
            if (isControl(part)) {
                control(part, reachable);
            }
            if (part instanceof JLabel label) {
                label(label);
            } else if (part instanceof JTextArea words) {
                words(words);
            } else if (part instanceof AbstractButton key) {
                key(key);
            } else if (part instanceof JList<?> list) {
                list(list);
            }
        }
        return faults;
    }

    private static boolean isControl(Component part) {
        boolean isKeyed = part instanceof JTextComponent text && text.isFocusable();
        return (part instanceof AbstractButton || isKeyed)
                && SwingUtilities.getAncestorOfClass(JScrollBar.class, part) == null;
    }

    private void control(Component part, Set<Component> reachable) {
        String name = ((Accessible) part).getAccessibleContext().getAccessibleName();
        if (name == null || name.isBlank()) {
            fault(part, "has no name for a screen reader");
        }
        if (part.getWidth() < Look.TARGET_MIN || part.getHeight() < Look.TARGET_MIN) {
            fault(part, "is too small for a finger: " + part.getWidth() + " x " + part.getHeight());
        }
        if (part.isEnabled() && !reachable.contains(part)) {
            fault(part, "cannot be reached by the keyboard");
        }
        if (!isInside(part)) {
            fault(part, "is cut off at " + placeOf(part));
        }
    }

    private void key(AbstractButton key) {
        letters(key, key.getText());
        if (key instanceof TouchButton) {
            FontMetrics metrics = key.getFontMetrics(key.getFont());
            List<String> lines = Lettering.wrap(metrics, key.getText(), key.getWidth() - 2 * KEY_PADDING, KEY_LINES);
            boolean isShort = lines.stream().anyMatch(line -> line.endsWith("…"));
            if (isShort && !key.getText().endsWith("…")) {
                fault(key, "is shortened to " + lines);
            }
        }
    }

    private void label(JLabel label) {
        String text = label.getText();
        if (text == null || text.isBlank()) {
            return;
        }
        letters(label, text);
        contrast(label);
        boolean hasMoreToTell =
                label.getToolTipText() != null; // what may be shortened tells the rest when it is pointed at
        if (!hasMoreToTell && label.getWidth() < label.getPreferredSize().width) {
            fault(label, "is cut off: %d of %d".formatted(label.getWidth(), label.getPreferredSize().width));
        }
    }

    private void words(JTextArea words) {
        letters(words, words.getText());
        if (!words.getText().isBlank()) {
            contrast(words);
            if (words.getHeight() < words.getPreferredSize().height) {
                fault(
                        words,
                        "is cut off below: %d of %d".formatted(words.getHeight(), words.getPreferredSize().height));
            }
        }
    }

    private <T> void list(JList<T> list) {
        String name = list.getAccessibleContext().getAccessibleName();
        if (name == null || name.isBlank()) {
            fault(list, "has no name for a screen reader");
        }
        ListCellRenderer<? super T> renderer = list.getCellRenderer();
        for (int i = 0; i < list.getModel().getSize(); i++) {
            Component row =
                    renderer.getListCellRendererComponent(list, list.getModel().getElementAt(i), i, false, false);
            String said =
                    row instanceof Accessible told ? told.getAccessibleContext().getAccessibleName() : null;
            if (said == null || said.isBlank()) {
                fault(list, "has a row that a screen reader cannot read: " + i);
                break;
            } else {
                letters(list, said);
            }
        }
        if (list.getWidth() > list.getParent().getWidth()) {
            fault(list, "is wider than what is seen of it: the ends of its rows are out of sight");
        }
    }

    private void letters(Component part, String text) {
        int missing = letters.canDisplayUpTo(text.replace("\n", ""));
        if (missing >= 0) {
            fault(part, "has a letter that the font lacks: U+%04x".formatted((int) text.charAt(missing)));
        }
    }

    private void contrast(Component part) {
        Component ground = part;
        while (ground != null && !ground.isOpaque()) {
            ground = ground.getParent();
        }
        Color below = ground == null ? Look.colors().ground() : ground.getBackground();
        double measured = Contrast.of(part.getForeground(), below);
        if (part.isEnabled() && measured < TEXT_CONTRAST) {
            fault(part, "is hard to read: contrast " + measured);
        }
    }

    /** Inside the window, and inside whatever it stands in; what is scrolled needs a bar that says so. */
    private boolean isInside(Component part) {
        Rectangle place = placeOf(part);
        for (Container parent = part.getParent(); parent != null && parent != root; parent = parent.getParent()) {
            if (parent instanceof JViewport && !placeOf(parent).contains(place)) {
                return parent.getParent() instanceof JScrollPane scroll
                        && scroll.getVerticalScrollBar().isVisible()
                        && place.x >= placeOf(parent).x
                        && place.getMaxX() <= placeOf(parent).getMaxX();
            }
            if (!placeOf(parent).contains(place)) {
                return false;
            }
        }
        return new Rectangle(0, 0, root.getWidth(), root.getHeight()).contains(place);
    }

    private Rectangle placeOf(Component part) {
        Point at = SwingUtilities.convertPoint(part, 0, 0, root);
        return new Rectangle(at.x, at.y, part.getWidth(), part.getHeight());
    }

    /** What the tabulator comes to, from the first part until it is there again. */
    private Set<Component> reachable() {
        Set<Component> found = new HashSet<>();
        var policy = frame.getFocusTraversalPolicy();
        Component next = policy.getFirstComponent(frame);
        while (next != null && found.add(next)) {
            next = policy.getComponentAfter(frame, next);
        }
        return found;
    }

    private void fault(Component part, String what) {
        String name =
                part instanceof Accessible told ? told.getAccessibleContext().getAccessibleName() : "";
        faults.add(part.getClass().getSimpleName() + " “" + name + "” " + what);
    }

    private static void collect(Container parent, List<Component> found) {
        for (Component child : parent.getComponents()) {
            if (child.isShowing()) {
                found.add(child);
                if (child instanceof Container container) {
                    collect(container, found);
                }
            }
        }
    }
}
