package org.tillwright.register.receipt;

import java.util.List;

/** The columns of receipts, for the register's other papers; see {@link org.tillwright.wire.receipt.Columns}. */
final class Columns {

    private Columns() {}

    static String both(String left, String right, int columns) {
        return org.tillwright.wire.receipt.Columns.both(left, right, columns);
    }

    static String left(String text, int columns) {
        return org.tillwright.wire.receipt.Columns.left(text, columns);
    }

    static String right(String text, int columns) {
        return org.tillwright.wire.receipt.Columns.right(text, columns);
    }

    static String cut(String text, int columns) {
        return org.tillwright.wire.receipt.Columns.cut(text, columns);
    }

    static List<String> wrap(String text, int columns) {
        return org.tillwright.wire.receipt.Columns.wrap(text, columns);
    }
}
