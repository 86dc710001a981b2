package org.tillwright.core.paymentqr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data object as it stands in the code: two digits of id, two of length, the value. Lengths count letters, not bytes.
 *
 * @param path ids from the outside in, such as {@code 62.05}
 * @param children what the value is made of, if this is a template
 */
record EmvNode(int id, String path, String value, List<EmvNode> children) {

    static final int MAX_ID = 99;
    static final int MAX_LENGTH = 99;

    private static final int HEAD = 4;

    static void requireId(int id) {
        if (id < 0 || id > MAX_ID) {
            throw new IllegalArgumentException("no id of a data object: " + id);
        }
    }

    EmvNode {
        children = List.copyOf(children);
    }

    static EmvNode of(int id, String value) {
        return new EmvNode(id, twoDigits(id), value, List.of());
    }

    static EmvNode of(int id, List<EmvNode> children) {
        String path = twoDigits(id);
        List<EmvNode> inside = new ArrayList<>();
        for (EmvNode child : children) {
            inside.add(new EmvNode(child.id, path + "." + child.path, child.value, child.children));
        }
        return new EmvNode(id, path, text(inside), inside);
    }

    /** Returns this node with its value taken apart, as it is where that cannot be. */
    EmvNode opened(List<PayloadFault> faults) {
        List<EmvNode> found = parse(value, path, faults);
        return found == null ? this : new EmvNode(id, path, value, found);
    }

    EmvNode withChildren(List<EmvNode> changed) {
        return new EmvNode(id, path, value, changed);
    }

    static @Nullable EmvNode find(List<EmvNode> nodes, int id) {
        for (EmvNode node : nodes) {
            if (node.id == id) {
                return node;
            }
        }
        return null;
    }

    static @Nullable String textOf(List<EmvNode> nodes, int id) {
        EmvNode node = find(nodes, id);
        return node == null ? null : node.value;
    }

    /** Returns the number of letters, where half a pair counts as one. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns what stands in the code; a value longer than 99 letters gives nothing that can be read. */
    String text() {
        return twoDigits(id) + twoDigits(length(value)) + value;
    }

    static String text(List<EmvNode> nodes) {
        StringBuilder text = new StringBuilder();
        nodes.forEach(node -> text.append(node.text()));
        return text.toString();
    }

    /**
     * Takes a text apart.
     *
     * @param parent path of the template that the text is the value of; empty for the whole code
     * @return null, and a fault, if the lengths do not fit
     */
    static @Nullable List<EmvNode> parse(String text, String parent, List<PayloadFault> faults) {
        int[] letters = text.codePoints().toArray();
        List<EmvNode> nodes = new ArrayList<>();
        int at = 0;
        while (at < letters.length) {
            int id = number(letters, at);
            int length = number(letters, at + 2);
            if (id < 0 || length < 1 || at + HEAD + length > letters.length) {
                String where = parent.isEmpty() ? "" : " of " + parent;
                faults.add(new PayloadFault(
                        PayloadFault.Code.BROKEN,
                        parent,
                        "At letter " + (at + 1) + where + " no data object can be read."));
                return null;
            }
            String path = parent.isEmpty() ? twoDigits(id) : parent + "." + twoDigits(id);
            nodes.add(new EmvNode(id, path, new String(letters, at + HEAD, length), List.of()));
            at += HEAD + length;
        }
        return nodes;
    }

    /** Returns two digits as a number, or -1. */
    private static int number(int[] letters, int at) {
        if (at + 1 >= letters.length) {
            return -1;
        }
        int tens = letters[at] - '0';
        int ones = letters[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
