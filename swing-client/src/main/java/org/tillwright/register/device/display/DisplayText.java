package org.tillwright.register.device.display;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;

/** Fits text into the few letters and the fixed width of a display. */
public final class DisplayText {

    /** Ukraine's official Latin spelling (Cabinet resolution 55 of 2010), for displays without Cyrillic letters. */
    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "h"),
            Map.entry('ґ', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('є', "ie"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "y"),
            Map.entry('і', "i"),
            Map.entry('ї', "i"),
            Map.entry('й', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "kh"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "shch"),
            Map.entry('ь', ""),
            Map.entry('ю', "iu"),
            Map.entry('я', "ia"),
            Map.entry('’', "'"),
            Map.entry('−', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('‘', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('„', "\""),
            Map.entry('«', "\""),
            Map.entry('»', "\""),
            Map.entry('…', "..."),
            Map.entry('×', "x"),
            Map.entry('·', "."),
            Map.entry('№', "No"),
            Map.entry('½', "1/2"),
            Map.entry('ё', "io"),
            Map.entry('ъ', ""),
            Map.entry('ы', "y"),
            Map.entry('э', "e"),
            Map.entry('æ', "ae"),
            Map.entry('ø', "o"),
            Map.entry('ß', "ss"),
            Map.entry('ł', "l"),
            Map.entry('€', "EUR"));

    private final Charset charset;
    private final CharsetEncoder encoder;
    private final int columns;

    /**
     * @param charset the letters that there are
     * @param columns characters on a line
     */
    public DisplayText(Charset charset, int columns) {
        this.charset = charset;
        this.encoder = charset.newEncoder();
        this.columns = columns;
    }

    /** Returns a text in plain ASCII, for devices that know no other letters. */
    public static String plain(String text) {
        return new DisplayText(StandardCharsets.US_ASCII, 0).written(text);
    }

    /** Returns one whole line: cut off or filled with blanks. */
    byte[] line(String text) {
        return fitted(text).getBytes(charset);
    }

    /** Returns one whole line as text: cut off or filled with blanks. */
    public String fitted(String text) {
        var fitted = new StringBuilder(written(text)).append(" ".repeat(columns));
        fitted.setLength(columns);
        return fitted.toString();
    }

    /** Returns a text in letters that can be shown, each as many as it takes. */
    public String written(String text) {
        var written = new StringBuilder(columns);
        text.codePoints().forEach(character -> written.append(showable(character)));
        return written.toString();
    }

    private String showable(int character) {
        String asIs = Character.toString(character);
        if (Character.isISOControl(character)) {
            return " ";
        }
        if (encoder.canEncode(asIs)) {
            return asIs;
        }
        String latin = latin(character);
        if (!latin.equals(asIs)) {
            return latin;
        }
        String plain = Normalizer.normalize(asIs, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return !plain.isEmpty() && encoder.canEncode(plain) ? plain : "?";
    }

    private static String latin(int character) {
        String small = LATIN.get((char) Character.toLowerCase(character));
        if (small == null || small.isEmpty()) {
            return small == null ? Character.toString(character) : "";
        }
        boolean capital = Character.isUpperCase(character);
        return capital ? Character.toUpperCase(small.charAt(0)) + small.substring(1) : small;
    }
}
