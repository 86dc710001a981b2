package org.tillwright.server.stores;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tillwright.core.money.Currency;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.json.MalformedMessageException;

/** Finds everything that is wrong with a draft of a store by itself. */
final class StoreCheck {

    static final int MAX_NAME_LENGTH = 120;

    private static final int MAX_ADDRESS_LINES = 3;
    private static final int MAX_TAX_NUMBER_LENGTH = 40;
    private static final int MAX_TIME_ZONE_LENGTH = 40;
    private static final int MAX_FOOTER_LENGTH = 250;

    private final List<StoreReason> reasons = new ArrayList<>();

    private StoreCheck() {}

    static List<StoreReason> reasonsAgainst(StoreDraft draft) {
        StoreCheck check = new StoreCheck();
        check.people(draft);
        check.places(draft);
        return check.reasons;
    }

    static boolean isName(String text) {
        return isLine(text, MAX_NAME_LENGTH);
    }

    private void people(StoreDraft draft) {
        require(isName(draft.name()), StoreReason.NAME_UNSOUND);
        List<String> address = draft.addressLines();
        boolean sound =
                address.size() <= MAX_ADDRESS_LINES && address.stream().allMatch(line -> isLine(line, MAX_NAME_LENGTH));
        require(sound, StoreReason.ADDRESS_UNSOUND);
        String taxNumber = draft.taxNumber();
        require(taxNumber == null || isLine(taxNumber, MAX_TAX_NUMBER_LENGTH), StoreReason.TAX_NUMBER_UNSOUND);
        for (Map.Entry<String, String> footer : draft.receiptFooter().entrySet()) {
            String text = footer.getValue();
            boolean prints = text.lines().allMatch(line -> line.isEmpty() || isLine(line, MAX_FOOTER_LENGTH));
            boolean fits = isLanguage(footer.getKey()) && text.length() <= MAX_FOOTER_LENGTH && prints;
            require(fits, StoreReason.FOOTER_UNSOUND);
        }
    }

    private void places(StoreDraft draft) {
        require(Arrays.asList(Locale.getISOCountries()).contains(draft.country()), StoreReason.COUNTRY_UNKNOWN);
        require(Currency.find(draft.currency()) != null, StoreReason.CURRENCY_UNKNOWN);
        require(isLanguage(draft.language()), StoreReason.LANGUAGE_UNSOUND);
        String zone = draft.timeZone();
        boolean known = zone.length() <= MAX_TIME_ZONE_LENGTH
                && ZoneId.getAvailableZoneIds().contains(zone);
        require(known, StoreReason.TIME_ZONE_UNKNOWN);
        require(draft.dayEnds().matches("([01][0-9]|2[0-3]):[0-5][0-9]"), StoreReason.DAY_END_UNSOUND);
        require(isKnown(draft.taxPolicy()), StoreReason.TAX_POLICY_UNKNOWN);
    }

    private static boolean isKnown(TaxPolicyMessage words) {
        try {
            return words.policy() != null;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private static boolean isLanguage(String code) {
        return code.matches("[a-z]{2,3}");
    }

    private static boolean isLine(String text, int most) {
        return !text.isBlank() && text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }

    private void require(boolean holds, StoreReason reason) {
        if (!holds && !reasons.contains(reason)) {
            reasons.add(reason);
        }
    }
}
