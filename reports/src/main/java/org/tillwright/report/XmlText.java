package org.tillwright.report;

/** Text within XML. What XML cannot hold at all, such as control characters, becomes the replacement character. */
final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    static String of(String text) {
        return visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns the text with every character that XML 1.0 does not have replaced. */
    static String visible(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(code -> seen.appendCodePoint(isXml(code) ? code : REPLACEMENT));
        return seen.toString();
    }

    private static boolean isXml(int code) {
        return code == '\t'
                || code == '\n'
                || (code >= 0x20 && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || code >= 0x10000;
    }
}
