package org.tillwright.web.admin.setup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.stores.StoreDraft;
import org.tillwright.wire.TaxPolicyMessage;

/** What stands in the fields of a store, from when the page is opened until it is stored. */
public class StoreForm implements Serializable {

    private @Nullable String name;
    private @Nullable String addressLine1;
    private @Nullable String addressLine2;
    private @Nullable String addressLine3;
    private @Nullable String taxNumber;
    private @Nullable String country;
    private @Nullable String currency;
    private @Nullable String language;
    private @Nullable String timeZone;
    private @Nullable String dayEnds = "04:00";
    private @Nullable String taxPlacement = "IN_PRICE";
    private @Nullable String taxLevel = "PER_LINE";
    private String taxRounding = "HALF_UP";

    /** Also of languages that the page has no field for: they stay as they are. */
    private final Map<String, String> footer = new HashMap<>();

    /** Puts a store into the fields. */
    void show(StoreDraft store) {
        name = store.name();
        addressLine1 = line(store.addressLines(), 0);
        addressLine2 = line(store.addressLines(), 1);
        addressLine3 = line(store.addressLines(), 2);
        taxNumber = store.taxNumber();
        showPlace(store);
        footer.clear();
        footer.putAll(store.receiptFooter());
    }

    /** Begins a new store as the first is: the same country, money and clock, until somebody says otherwise. */
    void showPlace(StoreDraft store) {
        country = store.country();
        currency = store.currency();
        language = store.language();
        timeZone = store.timeZone();
        dayEnds = store.dayEnds();
        taxPlacement = store.taxPolicy().placement();
        taxLevel = store.taxPolicy().level();
        taxRounding = store.taxPolicy().rounding();
    }

    /** Returns what the fields say. */
    StoreDraft draft() {
        List<String> address = new ArrayList<>();
        Stream.of(text(addressLine1), text(addressLine2), text(addressLine3))
                .filter(line -> !line.isEmpty())
                .forEach(address::add);
        Map<String, String> said = new HashMap<>();
        footer.forEach((code, text) -> {
            String printed = text(text).replace("\r\n", "\n");
            if (!printed.isEmpty()) {
                said.put(code, printed);
            }
        });
        return new StoreDraft(
                text(name),
                address,
                text(taxNumber).isEmpty() ? null : text(taxNumber),
                text(country),
                text(currency),
                text(language),
                text(timeZone),
                text(dayEnds),
                new TaxPolicyMessage(text(taxPlacement), text(taxLevel), taxRounding),
                said);
    }

    private static @Nullable String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : null;
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }

    public @Nullable String getFooterEn() {
        return footer.get("en");
    }

    public void setFooterEn(@Nullable String text) {
        footer.put("en", text(text));
    }

    public @Nullable String getFooterDa() {
        return footer.get("da");
    }

    public void setFooterDa(@Nullable String text) {
        footer.put("da", text(text));
    }

    public @Nullable String getFooterUk() {
        return footer.get("uk");
    }

    public void setFooterUk(@Nullable String text) {
        footer.put("uk", text(text));
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getAddressLine1() {
        return addressLine1;
    }

    public void setAddressLine1(@Nullable String addressLine1) {
        this.addressLine1 = addressLine1;
    }

    public @Nullable String getAddressLine2() {
        return addressLine2;
    }

    public void setAddressLine2(@Nullable String addressLine2) {
        this.addressLine2 = addressLine2;
    }

    public @Nullable String getAddressLine3() {
        return addressLine3;
    }

    public void setAddressLine3(@Nullable String addressLine3) {
        this.addressLine3 = addressLine3;
    }

    public @Nullable String getTaxNumber() {
        return taxNumber;
    }

    public void setTaxNumber(@Nullable String taxNumber) {
        this.taxNumber = taxNumber;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String timeZone) {
        this.timeZone = timeZone;
    }

    public @Nullable String getDayEnds() {
        return dayEnds;
    }

    public void setDayEnds(@Nullable String dayEnds) {
        this.dayEnds = dayEnds;
    }

    public @Nullable String getTaxPlacement() {
        return taxPlacement;
    }

    public void setTaxPlacement(@Nullable String taxPlacement) {
        this.taxPlacement = taxPlacement;
    }

    public @Nullable String getTaxLevel() {
        return taxLevel;
    }

    public void setTaxLevel(@Nullable String taxLevel) {
        this.taxLevel = taxLevel;
    }
}
