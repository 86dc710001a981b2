package org.tillwright.server.stores;

import org.tillwright.server.Reason;

/** Why something about a store or a workstation was not done. */
public enum StoreReason implements Reason {
    NAME_UNSOUND("name", "The name has 1 to 120 characters, on one line."),
    ADDRESS_UNSOUND("address", "The address has at most three lines of at most 120 characters."),
    TAX_NUMBER_UNSOUND("taxNumber", "The tax number has at most 40 characters."),
    COUNTRY_UNKNOWN("country", "The country is two letters, such as DK."),
    CURRENCY_UNKNOWN("currency", "The currency is three letters, such as DKK."),
    CURRENCY_OF_OTHERS(
            "currency", "All stores share one list of prices, so a store counts in the same currency as the others."),
    LANGUAGE_UNSOUND("language", "The language is a code of two or three letters, such as da."),
    TIME_ZONE_UNKNOWN("timeZone", "The time zone is a place, such as Europe/Copenhagen; choose one from the list."),
    DAY_END_UNSOUND("dayEnds", "The end of the day is a time from 00:00 to 23:59, such as 04:00."),
    TAX_POLICY_UNKNOWN("taxPolicy", "The tax rule is none that registers know; choose one from the list."),
    FOOTER_UNSOUND("receiptFooter", "What is printed under a receipt has at most 250 characters in each language."),
    FIXED_BY_SALES(
            "currency",
            "Country, currency and tax rule stay as they are: this store has sold already, and its books count by them."),
    TOO_MANY_STORES("", "There are 200 stores already; this server takes no more."),
    TOO_MANY_WORKSTATIONS("workstations", "A store has at most 99 workstations in use; retire one first."),
    RETIRED("", "This workstation is retired; bring it back into use first."),
    CHANGED_MEANWHILE("", "Somebody else changed this meanwhile; look at it again, then change it.");

    private final String field;
    private final String sentence;

    StoreReason(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    @Override
    public String key() {
        return "setup.refusal." + name();
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
