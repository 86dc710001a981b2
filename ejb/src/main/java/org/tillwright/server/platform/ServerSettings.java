package org.tillwright.server.platform;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.TaxPolicy;

/**
 * What the server is told from outside when it starts. Read once, and every fault told at once.
 *
 * @param demo load the demo store into an empty database
 * @param newStore the store to make in an empty database that gets no demo; empty when none was asked for
 * @param firstStartFile where the secrets of the first start go
 */
public record ServerSettings(boolean demo, Optional<NewStore> newStore, Optional<Path> firstStartFile) {

    /** A store made from settings. */
    public record NewStore(
            String name,
            String country,
            Currency currency,
            String language,
            ZoneId timeZone,
            int workstations,
            TaxPolicy.Placement taxPlacement,
            List<NewTaxRate> taxRates) {

        public NewStore {
            taxRates = List.copyOf(taxRates);
        }
    }

    /** A tax category of the new store, such as {@code STANDARD:S:19}. */
    public record NewTaxRate(String taxCategory, String taxRateId, Rate rate) {}

    private static final int MAX_WORKSTATIONS = 99;

    /**
     * Reads the settings.
     *
     * @param source gives a setting's text by its key, such as {@code tillwright.store.name}, or null
     */
    public static ServerSettings read(Function<String, @Nullable String> source) {
        return new Reading(source).settings();
    }

    /** One reading; collects faults on its way. */
    private static final class Reading {

        private final Function<String, @Nullable String> source;
        private final List<String> faults = new ArrayList<>();

        Reading(Function<String, @Nullable String> source) {
            this.source = source;
        }

        ServerSettings settings() {
            String demo = text("tillwright.demo", "false");
            require(demo.equals("true") || demo.equals("false"), "TILLWRIGHT_DEMO is true or false, not " + demo);
            String name = text("tillwright.store.name", "");
            Optional<NewStore> newStore = name.isEmpty() ? Optional.empty() : newStore(name);
            String data = text("tillwright.data", "");
            String fallback = data.isEmpty() ? "" : data + "/first-start.json";
            String file = text("tillwright.first.start.file", fallback);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", faults));
            }
            return new ServerSettings(
                    demo.equals("true"), newStore, file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)));
        }

        private Optional<NewStore> newStore(String name) {
            require(name.length() <= 120, "TILLWRIGHT_STORE_NAME has more than 120 characters");
            String country = text("tillwright.store.country", "");
            require(country.matches("[A-Z]{2}"), "TILLWRIGHT_STORE_COUNTRY is two letters, such as DE");
            Currency currency = Currency.find(text("tillwright.currency", ""));
            require(currency != null, "TILLWRIGHT_CURRENCY is a currency's code, such as EUR");
            String language = text("tillwright.language", "en").toLowerCase(Locale.ROOT);
            require(language.matches("[a-z]{2,3}"), "TILLWRIGHT_LANGUAGE is a language's code, such as en");
            ZoneId zone = zone(text("tillwright.time.zone", "UTC"));
            int workstations = workstations(text("tillwright.store.workstations", "2"));
            String placement = text("tillwright.tax.placement", "IN_PRICE");
            boolean inPrice = placement.equals("IN_PRICE");
            require(inPrice || placement.equals("ON_TOP"), "TILLWRIGHT_TAX_PLACEMENT is IN_PRICE or ON_TOP");
            List<NewTaxRate> rates = taxRates(text("tillwright.tax.rates", "ZERO:Z:0"));
            if (currency == null || zone == null || !faults.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new NewStore(
                    name,
                    country,
                    currency,
                    language,
                    zone,
                    workstations,
                    inPrice ? TaxPolicy.Placement.IN_PRICE : TaxPolicy.Placement.ON_TOP,
                    rates));
        }

        private @Nullable ZoneId zone(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                faults.add("TILLWRIGHT_TIME_ZONE is a time zone's name, such as Europe/Berlin, not " + text);
                return null;
            }
        }

        private int workstations(String text) {
            boolean sound = text.matches("[1-9][0-9]?");
            require(sound, "TILLWRIGHT_STORE_WORKSTATIONS is 1 to " + MAX_WORKSTATIONS + ", not " + text);
            return sound ? Integer.parseInt(text) : 1;
        }

        private List<NewTaxRate> taxRates(String text) {
            List<NewTaxRate> rates = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                String[] words = part.strip().split(":", -1);
                if (words.length == 3 && words[2].matches("[0-9]{1,3}(\\.[0-9]{1,4})?")) {
                    rates.add(new NewTaxRate(words[0], words[1], Rate.percent(words[2])));
                } else {
                    faults.add("TILLWRIGHT_TAX_RATES is a list like STANDARD:S:19,REDUCED:R:7, not " + text);
                }
            }
            return rates;
        }

        private String text(String key, String otherwise) {
            String text = source.apply(key);
            return text == null || text.isBlank() ? otherwise : text.strip();
        }

        private void require(boolean holds, String fault) {
            if (!holds) {
                faults.add(fault);
            }
        }
    }
}
