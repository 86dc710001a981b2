package org.tillwright.register.customer;

import java.util.ArrayList;
import java.util.List;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.OwnNumber;

/** Writes what is said about customers. */
final class CustomerWords {

    static final String KEEP = "keep";
    static final String OTHER = "other";
    static final String TAKE_OFF = "take-off";

    private CustomerWords() {}

    static Prompt prompt(Texts texts) {
        return new Prompt(
                texts.text("customer.find.title"),
                texts.text("customer.find.detail"),
                texts.text("customer.find.hint"),
                false);
    }

    static Question present(CustomerFound customer, Texts texts) {
        return new Question(
                customer.name(),
                about(customer, texts),
                List.of(
                        new Question.Answer(KEEP, texts.text("customer.keep"), false),
                        new Question.Answer(OTHER, texts.text("customer.other"), false),
                        new Question.Answer(TAKE_OFF, texts.text("customer.take-off"), false)));
    }

    static Choices choices(List<CustomerFound> customers, boolean hasMore, Texts texts) {
        List<Choices.Row> rows = customers.stream()
                .map(each -> new Choices.Row(each.customerId(), each.name(), about(each, texts), end(each)))
                .toList();
        String more = texts.text(hasMore ? "customer.choose.more" : "customer.choose.detail");
        return new Choices(
                texts.text("customer.choose.title"),
                more,
                texts.text("customer.find.hint"),
                rows,
                texts.text("customer.choose.nothing"));
    }

    /** What prices and credit go by, in one line. */
    static String about(CustomerFound customer, Texts texts) {
        List<String> parts = new ArrayList<>();
        if (!customer.groups().isEmpty()) {
            parts.add(texts.text("customer.groups", String.join(", ", customer.groups())));
        }
        if (customer.taxExempt()) {
            parts.add(texts.text("customer.tax-exempt"));
        }
        if (customer.creditLimitMinor() != null) {
            parts.add(texts.text("customer.pays-later"));
        }
        return String.join(" \u00b7 ", parts);
    }

    /** What tells two of the same name apart, without telling it to the whole queue. */
    private static String end(CustomerFound customer) {
        String phone = customer.phone();
        String card = customer.cardNumber();
        if (phone != null) {
            return OwnNumber.masked(OwnNumber.canonical(phone));
        }
        return card == null ? "" : OwnNumber.masked(card);
    }
}
