package org.tillwright.register.selling;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.dialogue.Question.Answer;
import org.tillwright.register.sale.RingUp;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.shop.SellingRules.Restriction;

/** Asks what has to be known before goods become a line: an age, whether a warning was read, how they are wanted. */
final class GoodsQuestions {

    private static final String SELL = "sell";

    private final SellingModel selling;
    private final SaleSession sale;

    GoodsQuestions(SellingModel selling, SaleSession sale) {
        this.selling = selling;
        this.sale = sale;
    }

    /** Asks what this outcome wants to know of the goods; false if it wants nothing. */
    boolean asks(SaleOutcome outcome) {
        if (outcome instanceof SaleOutcome.NeedsConfirmation needed) {
            confirm(needed);
        } else if (outcome instanceof SaleOutcome.NeedsChoices needed) {
            new ModifierChoice(talk(), sale, needed.item(), List.of())
                    .choose(chosen -> ring(needed.wanted().withModifiers(chosen)));
        } else {
            return false;
        }
        return true;
    }

    private void confirm(SaleOutcome.NeedsConfirmation needed) {
        talk().ask(
                        texts -> question(needed.item(), needed.restriction(), texts),
                        answer -> answered(needed, answer.equals(SELL)));
    }

    private Question question(Catalogue.Item item, Restriction restriction, Texts texts) {
        String name = sale.catalogue().nameOf(item, texts.language());
        Map<String, String> warnings = restriction.warnings();
        Long age = restriction.minimumAge();
        String warning = warnings == null ? "" : textOf(warnings, texts);
        if (age == null) {
            return new Question(
                    warning,
                    name,
                    List.of(
                            new Answer("leave", texts.text("selling.warning.leave"), false),
                            new Answer(SELL, texts.text("selling.warning.sell"), false)));
        }
        LocalDate today = sale.cart().context().at().toLocalDate();
        return new Question(
                texts.text("selling.age.question", texts.date(today.minusYears(age))),
                warning.isEmpty() ? texts.text("selling.age.detail", name, age.toString()) : name + ": " + warning,
                List.of(
                        new Answer("leave", texts.text("selling.age.leave"), false),
                        new Answer(SELL, texts.text("selling.age.sell"), false)));
    }

    private String textOf(Map<String, String> warnings, Texts texts) {
        String own = warnings.get(texts.language());
        String stores = warnings.get(sale.catalogue().store().language());
        return own != null ? own : stores != null ? stores : String.join(" ", warnings.values());
    }

    private void answered(SaleOutcome.NeedsConfirmation needed, boolean isYes) {
        Restriction restriction = needed.restriction();
        String name = sale.catalogue().nameOf(needed.item(), talk().texts().language());
        Long age = restriction.minimumAge();
        Notice fault = age == null
                ? null
                : sale.writeDown(isYes ? "AGE_CONFIRMED" : "AGE_REFUSED", age + " · " + name); // who is in the event
        if (fault != null) {
            selling.warn(fault);
        } else if (isYes) {
            sale.goods().confirmed(restriction);
            ring(needed.wanted());
        } else {
            talk().say(Announcement.information(talk().texts().text("selling.not-sold", name)));
        }
    }

    private void ring(RingUp wanted) {
        selling.inOwnName(approver -> sale.ring(wanted, approver));
    }

    private Conversation talk() {
        return selling.conversation();
    }
}
