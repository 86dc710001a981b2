package org.tillwright.report;

import org.tillwright.core.money.Currency;

/** The few formats that cells of our workbooks have. They stand in the order of their numbers. */
enum WorkbookStyles {
    TEXT(0, "@", false),
    HEAD(1, "@", true),
    TEXT_SUM(2, "@", true),
    AMOUNT(3, "#,##0{digits}", false),
    AMOUNT_SUM(4, "#,##0{digits}", true),
    COUNT(5, "#,##0", false),
    COUNT_SUM(6, "#,##0", true),
    PRICE(7, "#,##0{digits}####", false),
    STOCK(8, "#,##0.###", false),
    MOMENT(9, "yyyy-mm-dd hh:mm", false);

    /** Numbers below are Excel's own formats. */
    private static final int FIRST_OWN_FORMAT = 164;

    private final int number;
    private final String format;
    private final boolean bold;

    WorkbookStyles(int number, String format, boolean bold) {
        this.number = number;
        this.format = format;
        this.bold = bold;
    }

    /** Returns the number that cells name it by. */
    int number() {
        return number;
    }

    static String xml(String namespace, String currency) {
        int digits = Currency.of(currency).digits();
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (WorkbookStyles style : values()) {
            int format = FIRST_OWN_FORMAT + style.number;
            formats.append("<numFmt numFmtId=\"")
                    .append(format)
                    .append("\" formatCode=\"")
                    .append(XmlText.of(style.format.replace("{digits}", digits == 0 ? "" : "." + "0".repeat(digits))))
                    .append("\"/>");
            // quotePrefix: text that begins like a formula stays text when somebody edits or exports the cell
            cells.append("<xf numFmtId=\"")
                    .append(format)
                    .append("\" fontId=\"")
                    .append(style.bold ? 1 : 0)
                    .append("\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"")
                    .append(style.format.equals("@") ? " quotePrefix=\"1\"/>" : "/>");
        }
        return "<styleSheet xmlns=\"" + namespace + "\"><numFmts count=\"" + values().length + "\">" + formats
                + "</numFmts><fonts count=\"2\"><font><sz val=\"10\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"10\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"" + values().length + "\">" + cells + "</cellXfs></styleSheet>";
    }
}
