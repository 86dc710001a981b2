package org.tillwright.server.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.value.OwnNumber;

/** Finds what is wrong with a draft of a customer by itself, and tells two drafts apart. */
final class CustomerCheck {

    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_GROUPS = 20;
    private static final int MAX_EMAIL_LENGTH = 254;
    private static final int MAX_PHONE_LENGTH = 40;

    /** As large as any amount in a sale. */
    private static final long MAX_LIMIT_MINOR = 1_000_000_000_000L;

    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+");

    private CustomerCheck() {}

    static List<CustomerReason> reasonsAgainst(CustomerDraft draft) {
        List<CustomerReason> reasons = new ArrayList<>();
        require(isLine(draft.name(), MAX_NAME_LENGTH), CustomerReason.NAME_UNSOUND, reasons);
        String card = draft.cardNumber();
        require(card == null || OwnNumber.CUSTOMER_CARD.canBe(card), CustomerReason.CARD_UNSOUND, reasons);
        String email = draft.email();
        require(
                email == null
                        || (email.length() <= MAX_EMAIL_LENGTH
                                && EMAIL.matcher(email).matches()),
                CustomerReason.EMAIL_UNSOUND,
                reasons);
        String phone = draft.phone();
        require(phone == null || isPhone(phone), CustomerReason.PHONE_UNSOUND, reasons);
        require(
                draft.groups().size() <= MAX_GROUPS
                        && draft.groups().stream()
                                .allMatch(group -> GROUP.matcher(group).matches()),
                CustomerReason.GROUPS_UNSOUND,
                reasons);
        Long limit = draft.creditLimitMinor();
        require(limit == null || (limit >= 0 && limit <= MAX_LIMIT_MINOR), CustomerReason.LIMIT_UNSOUND, reasons);
        String language = draft.language();
        require(language == null || language.matches("[a-z]{2,3}"), CustomerReason.LANGUAGE_UNSOUND, reasons);
        return reasons;
    }

    private static void require(boolean holds, CustomerReason reason, List<CustomerReason> reasons) {
        if (!holds) {
            reasons.add(reason);
        }
    }

    private static boolean isLine(String text, int maxLength) {
        return !text.isBlank() && text.length() <= maxLength && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isPhone(String phone) {
        return phone.length() <= MAX_PHONE_LENGTH
                && CustomerPhone.digitsOf(phone).isPresent();
    }

    /** Says what changed, for the audit trail: which parts, and not what they say. The trail outlives the customer's stay. */
    static String difference(CustomerDraft before, CustomerDraft after) {
        List<String> changes = new ArrayList<>();
        name("name", before.name(), after.name(), changes);
        name("card", before.cardNumber(), after.cardNumber(), changes);
        name("e-mail", before.email(), after.email(), changes);
        name("phone", before.phone(), after.phone(), changes);
        name("groups", before.groups(), after.groups(), changes);
        name("language", before.language(), after.language(), changes);
        if (before.taxExempt() != after.taxExempt()) {
            changes.add("tax exempt " + before.taxExempt() + " to " + after.taxExempt());
        }
        if (!Objects.equals(before.creditLimitMinor(), after.creditLimitMinor())) {
            changes.add("credit limit " + before.creditLimitMinor() + " to " + after.creditLimitMinor()
                    + " in minor units");
        }
        return String.join(", ", changes);
    }

    private static void name(String what, @Nullable Object before, @Nullable Object after, List<String> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(what);
        }
    }
}
