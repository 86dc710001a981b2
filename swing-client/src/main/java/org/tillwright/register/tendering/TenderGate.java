package org.tillwright.register.tendering;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.TenderRules;

/** Lets a payment through that the shop's rules allow: within its limits, with a reason, and approved where it must be. */
final class TenderGate {

    private static final String REASON_USE = "TENDER";

    private final TenderDesk desk;
    private final TenderApproval approval;

    TenderGate(TenderDesk desk, TenderApproval approval) {
        this.desk = desk;
        this.approval = approval;
    }

    /**
     * Goes on with {@code then} when the payment may be taken; otherwise says why not.
     *
     * @param amount of this one payment; negative when money goes back
     * @param then takes the reason that was given, or null where none is asked for
     */
    void admit(TenderType type, Money amount, Consumer<@Nullable String> then) {
        TenderRules.Rule rule = desk.offer().rule(type);
        Notice fault = fault(type, amount, rule);
        if (fault != null) {
            desk.warn(fault);
            return;
        }
        Long above = rule == null ? null : rule.approvalAboveMinor();
        Runnable next = () -> askReason(rule, then);
        if (above != null && Math.abs(amount.minor()) > above) {
            approval.ask(type, amount, next);
        } else {
            next.run();
        }
    }

    private @Nullable Notice fault(TenderType type, Money amount, TenderRules.@Nullable Rule rule) {
        String name = desk.name(type);
        if (rule == null) {
            return Notice.of("tendering.not-taken", name);
        }
        if (amount.isNegative()) {
            return desk.offer().takesRefunds(type) ? null : Notice.of("tendering.no-refunds", name);
        }
        Long least = rule.minMinor();
        Long most = rule.maxMinor();
        if (least != null && amount.minor() < least) {
            return Notice.of("tendering.too-little", name, desk.amount(desk.money(least)));
        }
        return most != null && amount.minor() > most
                ? Notice.of("tendering.too-much", name, desk.amount(desk.money(most)))
                : null;
    }

    private void askReason(TenderRules.@Nullable Rule rule, Consumer<@Nullable String> then) {
        List<Reason> reasons = desk.offer().shop().reasons(REASON_USE);
        if (rule == null || !Boolean.TRUE.equals(rule.asksReason()) || reasons.isEmpty()) {
            then.accept(null);
            return;
        }
        desk.talk().choose(texts -> choices(reasons, texts), new Choosing() {
            @Override
            public void chosen(String id) {
                desk.talk().leave();
                then.accept(id);
            }
        });
    }

    private Choices choices(List<Reason> reasons, Texts texts) {
        String own = desk.sale().catalogue().store().language();
        List<Choices.Row> rows = reasons.stream()
                .map(reason -> new Choices.Row(reason.reasonId(), Shop.nameOf(reason, texts.language(), own), "", ""))
                .toList();
        return new Choices(
                texts.text("tendering.reason"),
                "",
                texts.text("tendering.reason"),
                rows,
                texts.text("tendering.reason"));
    }
}
