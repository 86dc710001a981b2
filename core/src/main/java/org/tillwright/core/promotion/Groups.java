package org.tillwright.core.promotion;

import java.util.ArrayList;
import java.util.List;

/** Lines that belong together because some rule joins them. Groups come by their dearest line, lines in price order. */
final class Groups {

    private final int[] parent;

    Groups(int lines) {
        parent = new int[lines];
        for (int i = 0; i < lines; i++) {
            parent[i] = i;
        }
    }

    /** Joins all lines of a rule for which {@code with} is true. */
    void join(Touched touched, boolean[] with) {
        int first = -1;
        for (int i = 0; i < touched.size; i++) {
            int line = touched.lines[i];
            if (!with[line]) {
                continue;
            }
            if (first >= 0) {
                int one = root(first);
                int other = root(line);
                parent[Math.max(one, other)] = Math.min(one, other);
            }
            first = line;
        }
    }

    private int root(int line) {
        int root = line;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Returns the groups of all lines for which {@code with} is true. */
    List<int[]> of(boolean[] with) {
        int[] sizes = new int[parent.length];
        for (int line = 0; line < parent.length; line++) {
            sizes[root(line)] += with[line] ? 1 : 0;
        }
        int[][] groups = new int[parent.length][];
        int[] filled = new int[parent.length];
        List<int[]> all = new ArrayList<>();
        for (int line = 0; line < parent.length; line++) {
            if (!with[line]) {
                continue;
            }
            int root = root(line);
            if (groups[root] == null) {
                groups[root] = new int[sizes[root]];
                all.add(groups[root]);
            }
            groups[root][filled[root]++] = line;
        }
        return all;
    }
}
