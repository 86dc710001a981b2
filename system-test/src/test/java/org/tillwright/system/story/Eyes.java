package org.tillwright.system.story;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPasswordField;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.tillwright.register.cart.CartRow;
import org.tillwright.register.component.NoticeLine;
import org.tillwright.register.dialogue.Choices;

/** What can be read in the register's window now. Every look is taken on the event thread, of what is showing only. */
final class Eyes {

    private static final String TITLE = "Tillwright";

    /** Everything that is written in the window, part by part. */
    List<String> all() {
        return look(() -> {
            List<String> texts = new ArrayList<>();
            eachShowing(part -> texts.addAll(textsOf(part)));
            return texts;
        });
    }

    /** What the register says in the line at the bottom; empty for nothing. */
    String notice() {
        return look(() -> {
            List<String> said = new ArrayList<>();
            eachShowing(part -> {
                if (part instanceof NoticeLine line) {
                    said.add(line.getText());
                }
            });
            return String.join(" ", said);
        });
    }

    /** The large figure beside the lines. */
    String total() {
        return named("total");
    }

    /** The text of the label with this name; empty when none is showing. */
    String named(String name) {
        return look(() -> {
            List<String> found = new ArrayList<>();
            eachShowing(part -> {
                if (name.equals(part.getName()) && part instanceof JLabel label) {
                    found.add(label.getText());
                }
            });
            return found.isEmpty() ? "" : found.get(0);
        });
    }

    /** The lines of the sale, each as one string: quantity, name, detail, amount and what stands below. */
    List<String> lines() {
        return look(() -> {
            List<String> lines = new ArrayList<>();
            eachShowing(part -> {
                if (part instanceof JList<?> list && "lines".equals(part.getName())) {
                    lines.addAll(rowsOf(list));
                }
            });
            return lines;
        });
    }

    /** A button that can be pressed now, by what is written on it or what a screen reader says. */
    Optional<AbstractButton> button(String label) {
        return look(() -> {
            List<AbstractButton> whole = new ArrayList<>();
            List<AbstractButton> begins = new ArrayList<>();
            eachShowing(part -> {
                if (part instanceof AbstractButton button && button.isEnabled()) {
                    String read = nameOf(button);
                    if (label.equals(button.getText()) || read.equals(label)) {
                        whole.add(button);
                    } else if (read.startsWith(label + " ")) {
                        begins.add(button);
                    }
                }
            });
            whole.addAll(begins);
            return whole.stream().findFirst();
        });
    }

    /** A row of a list to choose from whose text begins so. */
    Optional<Row> row(String begin) {
        return look(() -> {
            List<Row> found = new ArrayList<>();
            eachShowing(part -> {
                if (part instanceof JList<?> list) {
                    List<String> rows = rowsOf(list);
                    for (int i = 0; i < rows.size(); i++) {
                        if (rows.get(i).startsWith(begin)) {
                            found.add(new Row(list, i));
                        }
                    }
                }
            });
            return found.stream().findFirst();
        });
    }

    /** Where the next key goes, if it is a field that shows or hides what is keyed. */
    Optional<JTextComponent> field() {
        return look(() -> Optional.ofNullable(
                        KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner())
                .filter(JTextComponent.class::isInstance)
                .map(JTextComponent.class::cast)
                .filter(field -> field.isShowing() && field.isEnabled() && field.isEditable()));
    }

    /** A field that is there under this name, wherever the cursor is. */
    Optional<JTextComponent> field(String name) {
        return look(() -> {
            List<JTextComponent> found = new ArrayList<>();
            eachShowing(part -> {
                if (part instanceof JTextComponent field
                        && field.isEditable()
                        && name.equals(field.getAccessibleContext().getAccessibleName())) {
                    found.add(field);
                }
            });
            return found.stream().findFirst();
        });
    }

    /** True while what is keyed is hidden, as a PIN is. */
    boolean isSecret() {
        return field().filter(JPasswordField.class::isInstance).isPresent();
    }

    /** What was keyed into a field; of a secret one as many dots. */
    String keyed(JTextComponent field) {
        return look(() ->
                field instanceof JPasswordField secret ? "•".repeat(secret.getPassword().length) : field.getText());
    }

    /**
     * One row of a list.
     *
     * @param index from 0
     */
    record Row(JList<?> list, int index) {}

    static <T> T look(java.util.concurrent.Callable<T> seen) {
        return GuiActionRunner.execute(seen);
    }

    /** The register's own window; the customer's display is another. */
    static Optional<Window> window() {
        return Arrays.stream(Window.getWindows())
                .filter(each -> each.isShowing() && each instanceof Frame frame && TITLE.equals(frame.getTitle()))
                .findFirst();
    }

    private static void eachShowing(Consumer<Component> seen) {
        window().ifPresent(window -> walk(window, seen));
    }

    private static void walk(Component part, Consumer<Component> seen) {
        if (!part.isShowing()) {
            return;
        }
        seen.accept(part);
        if (part instanceof Container container) {
            for (Component inner : container.getComponents()) {
                walk(inner, seen);
            }
        }
    }

    private static List<String> textsOf(Component part) {
        if (part instanceof JList<?> list) {
            return rowsOf(list);
        }
        if (part instanceof AbstractButton button) {
            return List.of(nameOf(button));
        }
        if (part instanceof JPasswordField secret) {
            return List.of(secret.getAccessibleContext().getAccessibleName() + "");
        }
        if (part instanceof JTextComponent text) {
            String hint = String.valueOf(text.getAccessibleContext().getAccessibleName());
            return text.getText().isEmpty() ? List.of(hint) : List.of(text.getText());
        }
        return part instanceof JLabel label && label.getText() != null ? List.of(label.getText()) : List.of();
    }

    private static String nameOf(AbstractButton button) {
        String text = button.getText();
        String read = button.getAccessibleContext().getAccessibleName();
        return text == null || text.isBlank() ? String.valueOf(read) : text;
    }

    private static List<String> rowsOf(JList<?> list) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < list.getModel().getSize(); i++) {
            rows.add(rowText(list.getModel().getElementAt(i)));
        }
        return rows;
    }

    private static String rowText(Object row) {
        List<String> parts = new ArrayList<>();
        if (row instanceof CartRow line) {
            parts.addAll(List.of(line.quantity(), line.description(), line.detail(), line.amount()));
            line.below().forEach(below -> parts.addAll(List.of(below.text(), below.amount())));
        } else if (row instanceof Choices.Row choice) {
            parts.addAll(List.of(choice.title(), choice.detail(), choice.figure()));
        } else {
            parts.add(String.valueOf(row));
        }
        parts.removeIf(String::isBlank);
        return String.join(" ", parts);
    }
}
