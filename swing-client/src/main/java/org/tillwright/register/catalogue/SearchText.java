package org.tillwright.register.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Names as a search sees them: small letters, words apart, letters with a mark spelled as people key them who lack it. Danish
 * and German letters are written out as both countries do (æ as ae, ø and ö as oe, å as aa), so that Århus and Aarhus are one
 * word; a Ukrainian apostrophe is nothing, whichever of its signs was keyed.
 */
final class SearchText {

    private static final String APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4";

    private SearchText() {}

    /** Returns the words of a text, folded; none for a text without letters and figures. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char sign = composed.charAt(i);
            if (APOSTROPHES.indexOf(sign) >= 0) {
                continue; // one of them counts as a letter in Unicode, so they are looked at first
            }
            if (Character.isLetterOrDigit(sign)) {
                fold(Character.toLowerCase(sign), word);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** Returns how people write a word who leave marks out instead: okologisk for økologisk; the same word where it has none. */
    static String plain(String original) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < original.length(); i++) {
            char sign = Character.toLowerCase(original.charAt(i));
            switch (sign) {
                case 'ø', 'ö' -> plain.append('o');
                case 'å', 'ä' -> plain.append('a');
                case 'ü' -> plain.append('u');
                default -> plain.append(sign);
            }
        }
        return plain.toString();
    }

    /** Returns the parts of a folded word where figures meet letters: 500g is 500 and g. */
    static List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i)) != Character.isDigit(word.charAt(i - 1))) {
                parts.add(word.substring(from, i));
                from = i;
            }
        }
        parts.add(word.substring(from));
        return parts;
    }

    private static void fold(char sign, StringBuilder word) {
        switch (sign) {
            case 'æ', 'ä' -> word.append("ae");
            case 'ø', 'ö' -> word.append("oe");
            case 'å' -> word.append("aa");
            case 'ü' -> word.append("ue");
            case 'ß' -> word.append("ss");
            case 'ґ' -> word.append('г');
            default ->
                word.append(
                        sign < 'À' || Character.UnicodeScript.of(sign) != Character.UnicodeScript.LATIN
                                ? sign
                                : base(sign));
        }
    }

    /** A Latin letter without its accent. */
    private static char base(char sign) {
        return Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFD).charAt(0);
    }
}
