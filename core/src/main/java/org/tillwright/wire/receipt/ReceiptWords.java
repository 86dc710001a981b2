package org.tillwright.wire.receipt;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;
import org.tillwright.core.money.UnitPrice;

/** The words and figures of receipts in one language. Places in a sentence are written {@code {0}}, {@code {1}}. */
public final class ReceiptWords {

    /** The bundle, for whoever shows the same words elsewhere. */
    public static final String BUNDLE = "org.tillwright.wire.receipt.words";

    /** The languages of receipts; the first is what others fall back to. */
    public static final List<String> LANGUAGES = List.of("en", "da", "uk");

    private static final char NO_BREAK_SPACE = '\u00a0';

    private static final Map<String, MoneyFormat> FORMATS = Map.of(
            "en", new MoneyFormat('.', ','),
            "da", new MoneyFormat(',', '.'),
            "uk", new MoneyFormat(',', NO_BREAK_SPACE));

    private static final Map<String, String> DATES = Map.of("en", "dd/MM/yyyy", "da", "dd-MM-yyyy", "uk", "dd.MM.yyyy");

    private final String language;
    private final MoneyFormat figures;
    private final Map<String, String> sentences = new HashMap<>();

    private ReceiptWords(String language) {
        this.language = language;
        this.figures = FORMATS.getOrDefault(language, new MoneyFormat('.', ','));
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(language),
                ReceiptWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
    }

    /** Returns the words of a language, or of English when there are none. */
    public static ReceiptWords of(String language) {
        return new ReceiptWords(LANGUAGES.contains(language) ? language : LANGUAGES.get(0));
    }

    public String language() {
        return language;
    }

    /** Returns the sentence of a key; a key that no bundle has is a bug and throws. */
    public String text(String key, String... arguments) {
        String text = sentences.get(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key + " in " + language);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i]);
        }
        return text;
    }

    /** True if there are words for a key that comes from outside. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    public String amount(Money money) {
        return figures.amount(money);
    }

    String price(UnitPrice price) {
        return figures.price(price);
    }

    String quantity(Quantity quantity) {
        return figures.quantity(quantity);
    }

    String percent(Rate rate) {
        return figures.percent(rate) + "%";
    }

    public String date(LocalDateTime time) {
        return DateTimeFormatter.ofPattern(DATES.getOrDefault(language, "yyyy-MM-dd"), Locale.ROOT)
                .format(time);
    }

    public String time(LocalDateTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
    }
}
