package org.tillwright.core.paymentqr;

import org.jspecify.annotations.Nullable;

/**
 * The encodings that a credit transfer may be written in. Tables of our own: a browser has only two of them, and the Java
 * runtime lacks one.
 */
public enum EpcEncoding {
    UTF_8(1, ""),
    ISO_8859_1(
            2,
            "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
                    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                    + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"),
    ISO_8859_2(
            3,
            "\u00a0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00adŽŻ°ą˛ł´ľśˇ¸šşťź˝žż"
                    + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
                    + "ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"),
    ISO_8859_4(
            4,
            "\u00a0ĄĸŖ¤ĨĻ§¨ŠĒĢŦ\u00adŽ¯°ą˛ŗ´ĩļˇ¸šēģŧŊžŋ"
                    + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎĪĐŅŌĶÔÕÖ×ØŲÚÛÜŨŪß"
                    + "āáâãäåæįčéęëėíîīđņōķôõö÷øųúûüũū˙"),
    ISO_8859_5(
            5,
            "\u00a0ЁЂЃЄЅІЇЈЉЊЋЌ\u00adЎЏАБВГДЕЖЗИЙКЛМНОП"
                    + "РСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп"
                    + "рстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ"),
    ISO_8859_7(
            6,
            "\u00a0‘’£€₯¦§¨©ͺ«¬\u00ad\ufffd―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏ"
                    + "ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffdΣΤΥΦΧΨΩΪΫάέήί"
                    + "ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffd"),
    ISO_8859_10(
            7,
            "\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ°ąēģīĩķ·ļđšŧž―ūŋ"
                    + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞß"
                    + "āáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ"),
    ISO_8859_15(
            8,
            "\u00a0¡¢£€¥Š§š©ª«¬\u00ad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿"
                    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                    + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ");

    /** Where a table begins; below, all are ASCII and control characters. */
    private static final int TABLE_BEGIN = 0xA0;

    private static final char NOTHING = '\ufffd';

    private final int number;
    private final String table;

    EpcEncoding(int number, String table) {
        this.number = number;
        this.table = table;
    }

    /** Returns the digit that stands for it in a payload. */
    int number() {
        return number;
    }

    /** Finds an encoding by its digit, or null. */
    static @Nullable EpcEncoding find(String digit) {
        for (EpcEncoding encoding : values()) {
            if (Integer.toString(encoding.number).equals(digit)) {
                return encoding;
            }
        }
        return null;
    }

    /** True if every letter of the text has bytes here. */
    boolean has(String text) {
        if (this == UTF_8) {
            return Utf8.isWhole(text);
        }
        for (int i = 0; i < text.length(); i++) {
            if (byteOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the bytes of a text that this encoding {@linkplain #has has}. */
    byte[] encode(String text) {
        if (this == UTF_8) {
            return Utf8.encode(text);
        }
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) byteOf(text.charAt(i));
        }
        return bytes;
    }

    /** Returns the text of bytes, or null where they are none. */
    @Nullable
    String decode(byte[] bytes) {
        if (this == UTF_8) {
            return Utf8.decode(bytes);
        }
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            int value = each & 0xFF;
            char letter = value < TABLE_BEGIN ? (char) value : table.charAt(value - TABLE_BEGIN);
            if (letter == NOTHING) {
                return null;
            }
            text.append(letter);
        }
        return text.toString();
    }

    private int byteOf(char letter) {
        if (letter < TABLE_BEGIN) {
            return letter;
        }
        int place = letter == NOTHING ? -1 : table.indexOf(letter);
        return place < 0 ? -1 : TABLE_BEGIN + place;
    }
}
