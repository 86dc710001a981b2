package org.tillwright.report;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.MoneyFormat;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.money.Rate;

/** The words, figures and times of one language, in one place's time. */
final class Words {

    static final String BUNDLE = "org.tillwright.report.words";

    private static final String FALLBACK = "en";
    private static final char NO_BREAK_SPACE = '\u00A0';

    /** The same signs that registers print. */
    private static final Map<String, MoneyFormat> FORMATS = Map.of(
            FALLBACK,
            new MoneyFormat('.', ','),
            "da",
            new MoneyFormat(',', '.'),
            "uk",
            new MoneyFormat(',', NO_BREAK_SPACE));

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle bundle;
    private final MoneyFormat figures;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter moments;

    Words(Locale locale, ZoneId zone) {
        this.locale = FORMATS.containsKey(locale.getLanguage()) ? locale : Locale.ENGLISH;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(this.locale.getLanguage()),
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.figures = FORMATS.getOrDefault(this.locale.getLanguage(), new MoneyFormat('.', ','));
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(this.locale);
        this.moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(this.locale)
                .withZone(zone);
    }

    Locale locale() {
        return locale;
    }

    ZoneId zone() {
        return zone;
    }

    String of(String key) {
        return bundle.getString(key);
    }

    boolean knows(String key) {
        return bundle.containsKey(key);
    }

    /** Fills the places of a sentence; figures among the arguments are written for this language already. */
    String with(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    String moment(Instant instant) {
        return moments.format(instant);
    }

    String count(long count) {
        return figures.quantity(new Quantity(Math.multiplyExact(count, 1000L)));
    }

    String percent(long ppm) {
        return figures.percent(new Rate(ppm)) + NO_BREAK_SPACE + "%";
    }

    /** Returns the span of days in words; one day is said once. */
    String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? date(from) : date(from) + " \u2013 " + date(to);
    }

    String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Amount amount) {
            return figures.amount(amount.money());
        } else if (cell instanceof Cell.Price price) {
            return figures.price(price.price());
        } else if (cell instanceof Cell.Count count) {
            return count(count.count());
        } else if (cell instanceof Cell.Stock stock) {
            String quantity = figures.quantity(new Quantity(stock.milli()));
            return stock.unit() == null
                    ? quantity
                    : quantity + NO_BREAK_SPACE + of("unit." + stock.unit().name());
        } else if (cell instanceof Cell.Moment moment) {
            return date(LocalDate.ofInstant(moment.instant(), zone)); // a column has no room for the time
        }
        return "";
    }

    /** Returns the number in a cell as exact decimal text, or null when it has none. */
    static @Nullable BigDecimal number(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return amount.money().decimal();
        } else if (cell instanceof Cell.Price price) {
            return price.price().decimal();
        } else if (cell instanceof Cell.Count count) {
            return BigDecimal.valueOf(count.count());
        } else if (cell instanceof Cell.Stock stock) {
            return stock.decimal();
        }
        return null;
    }
}
