package org.tillwright.server.platform;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Rate;
import org.tillwright.core.settings.Setting;
import org.tillwright.core.settings.SettingValues;
import org.tillwright.core.tax.TaxPolicy;

/**
 * What the server is told from outside when it starts. Read once, and every fault told at once.
 *
 * @param demo load the demo store into an empty database
 * @param newStore the store to make in an empty database that gets no demo; empty when none was asked for
 * @param firstStartFile where the secrets of the first start go
 * @param proxies addresses that are believed about whom they speak for
 * @param messaging how receipts are sent
 * @param wallet how phones pay; empty where no gateway is set
 */
public record ServerSettings(
        boolean demo,
        Optional<NewStore> newStore,
        Optional<Path> firstStartFile,
        Set<String> proxies,
        MessagingSettings messaging,
        Optional<WalletSettings> wallet) {

    public ServerSettings {
        proxies = Set.copyOf(proxies);
    }

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

    /**
     * Reads the settings.
     *
     * @param source gives a setting's text by its key, such as {@code tillwright.store.name}, or null
     * @throws IllegalArgumentException with every fault
     */
    public static ServerSettings read(Function<String, @Nullable String> source) {
        var values = new SettingValues(setting -> source.apply(setting.key()));
        Optional<NewStore> newStore = values.set(Setting.STORE_NAME).flatMap(name -> newStore(name, values));
        Optional<Path> besideData = values.set(Setting.DATA).map(data -> Path.of(data, "first-start.json"));
        Optional<Path> file = values.set(Setting.FIRST_START_FILE).map(Path::of).or(() -> besideData);
        Set<String> proxies = values.set(Setting.PROXY).stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        var settings = new ServerSettings(
                values.truth(Setting.DEMO),
                newStore,
                file,
                proxies,
                MessagingSettings.read(values),
                WalletSettings.read(values));
        if (!values.faults().isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", values.faults()));
        }
        return settings;
    }

    /** Empty when the country or the currency is missing or unusable, which is a fault then. */
    private static Optional<NewStore> newStore(String name, SettingValues values) {
        for (Setting needed : List.of(Setting.STORE_COUNTRY, Setting.CURRENCY)) {
            if (values.isAbsent(needed)) {
                values.fault(Setting.STORE_NAME.variable() + " asks for a new store, which needs " + needed.variable()
                        + "; set " + needed.wanted() + ".");
            }
        }
        ZoneId zone = ZoneId.of(values.text(Setting.TIME_ZONE));
        int workstations = values.number(Setting.STORE_WORKSTATIONS);
        String language = values.text(Setting.LANGUAGE);
        TaxPolicy.Placement placement = TaxPolicy.Placement.valueOf(values.text(Setting.TAX_PLACEMENT));
        List<NewTaxRate> rates = taxRates(values.text(Setting.TAX_RATES));
        Optional<String> country = values.set(Setting.STORE_COUNTRY);
        Optional<Currency> currency = values.set(Setting.CURRENCY).map(Currency::of);
        return country.isEmpty() || currency.isEmpty()
                ? Optional.empty()
                : Optional.of(new NewStore(
                        name, country.get(), currency.get(), language, zone, workstations, placement, rates));
    }

    private static List<NewTaxRate> taxRates(String text) {
        return Stream.of(text.split(",", -1))
                .map(rate -> rate.strip().split(":", -1))
                .map(words -> new NewTaxRate(words[0], words[1], Rate.percent(words[2])))
                .toList();
    }
}
