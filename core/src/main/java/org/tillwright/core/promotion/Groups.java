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

    /** Joins all lines of a rule. */
    void join(Touched touched) {
        for (int i = 1; i < touched.size; i++) {
            int one = root(touched.lines[i - 1]);
            int other = root(touched.lines[i]);
            parent[Math.max(one, other)] = Math.min(one, other);
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

    /** Returns the groups of all lines. */
    List<int[]> all() {
        int[] sizes = new int[parent.length];
        for (int line = 0; line < parent.length; line++) {
            sizes[root(line)]++;
        }
        int[][] groups = new int[parent.length][];
        int[] filled = new int[parent.length];
        List<int[]> all = new ArrayList<>();
        for (int line = 0; line < parent.length; line++) {
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
