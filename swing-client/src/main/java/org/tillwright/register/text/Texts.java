package org.tillwright.register.text;

import java.lang.System.Logger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.wire.receipt.ReceiptWords;

/**
 * The sentences of one language. Places in a sentence are written {@code {0}}, {@code {1}}; an apostrophe is just an
 * apostrophe, which is why this is not {@link java.text.MessageFormat}.
 */
public final class Texts {

    /** The languages the register speaks; the first is what a text falls back to. */
    public static final List<String> LANGUAGES = List.of("en", "da", "uk");

    /** What screens say, what the parts behind them say, and what receipts say; each key is in one of them. */
    private static final List<String> BUNDLES =
            List.of("org.tillwright.register.messages", "org.tillwright.register.sentences", ReceiptWords.BUNDLE);

    private static final Logger LOG = System.getLogger(Texts.class.getName());
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "yi");
    private static final char NO_BREAK_SPACE = '\u00a0';

    private static final Map<String, MoneyFormat> FORMATS = Map.of(
            "en", new MoneyFormat('.', ','),
            "da", new MoneyFormat(',', '.'),
            "uk", new MoneyFormat(',', NO_BREAK_SPACE));

    private static final Map<String, String> DATES = Map.of("en", "dd/MM/yyyy", "da", "dd-MM-yyyy", "uk", "dd.MM.yyyy");

    private final String language;
    private final Map<String, String> sentences;

    private Texts(String language) {
        this.language = language;
        this.sentences = sentences(language);
    }

    private static Map<String, String> sentences(String language) {
        Map<String, String> sentences = new HashMap<>();
        for (String name : BUNDLES) {
            try {
                ResourceBundle bundle = ResourceBundle.getBundle(
                        name,
                        Locale.forLanguageTag(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
                bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
            } catch (MissingResourceException e) {
                LOG.log(Logger.Level.DEBUG, "no bundle {0} in {1}", name, language); // a program without screens
            }
        }
        return sentences;
    }

    /** Returns the texts of a language, or of English when the register does not speak it. */
    public static Texts of(String language) {
        return new Texts(LANGUAGES.contains(language) ? language : LANGUAGES.get(0));
    }

    public String language() {
        return language;
    }

    /** True for a language written from right to left, so that layouts mirror. */
    public boolean isRightToLeft() {
        return RIGHT_TO_LEFT.contains(language);
    }

    /** Returns the sentence of a key; a key that no bundle has is a bug and throws. */
    public String text(String key, String... arguments) {
        return fill(key, List.of(arguments));
    }

    public String text(Notice notice) {
        return fill(notice.key(), notice.arguments());
    }

    /** True if the bundles have a sentence for this key: for codes that come from outside. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /** How this language writes amounts and quantities. */
    public MoneyFormat figures() {
        return FORMATS.getOrDefault(language, new MoneyFormat('.', ','));
    }

    /** Writes an amount without its currency. */
    public String amount(Money money) {
        return figures().amount(money);
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(datePattern(), Locale.ROOT).format(date);
    }

    public String dateAndTime(LocalDateTime time) {
        return DateTimeFormatter.ofPattern(datePattern() + " HH:mm", Locale.ROOT)
                .format(time);
    }

    private String datePattern() {
        return DATES.getOrDefault(language, "yyyy-MM-dd");
    }

    private String fill(String key, List<String> arguments) {
        String text = sentence(key);
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text;
    }

    private String sentence(String key) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalStateException("no text for " + key + " in " + language);
        }
        return sentence;
    }
}
