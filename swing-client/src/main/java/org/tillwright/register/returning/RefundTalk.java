package org.tillwright.register.returning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.returns.Refunds.NotReturnableException;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.returning.Surroundings.Deed;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.Permissions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.shop.ReturnRules;

/**
 * What stands between goods that come back and the money for them: what is still to be asked, the shop's limits, a last look at
 * what is left of the receipt, and the ways by which the money goes back.
 */
public final class RefundTalk {

    private static final String GO = "go";
    private static final String PART = "part:";

    private final Surroundings around;
    private final RefundDoing doing;
    private final BlindReturns blind;
    private final Executor background;
    private final Executor answers;
    /** What somebody allowed beyond the limit for goods without a receipt, for which sale. */
    private @Nullable Allowed allowed;
    /** What is said once the ways back are shown again. */
    private Announcement after = Announcement.NONE;

    public RefundTalk(
            Surroundings around, RefundDoing doing, BlindReturns blind, Executor background, Executor answers) {
        this.around = around;
        this.doing = doing;
        this.blind = blind;
        this.background = background;
        this.answers = answers;
    }

    private record Allowed(UUID transactionId, long minor) {}

    /** Goes on to {@code pay} when nothing comes back, or when more is bought than comes back; otherwise gives money back. */
    public void beforePaying(Runnable pay) {
        boolean isReceipt = !sale().particulars().returned().isEmpty();
        Map<Integer, String> without = BlindReturns.lines(sale());
        if (!isReceipt && without.isEmpty()) {
            pay.run();
        } else if (needsReason(without)) {
            new ReasonTalk(around.talk())
                    .goods(
                            sale().catalogue(),
                            without,
                            said -> {
                                around.talk().leave();
                                reasoned(said, pay);
                            },
                            around.talk()::leave);
        } else {
            limits(pay);
        }
    }

    private boolean needsReason(Map<Integer, String> without) {
        return sale().payments().isEmpty()
                && without.keySet().stream()
                        .anyMatch(line -> condition(sale().particulars().lines().get(line)) == null);
    }

    private static @Nullable String condition(@Nullable LineParticulars said) {
        return said == null ? null : said.condition();
    }

    private void reasoned(Map<Integer, LineParticulars> said, Runnable pay) {
        SaleOutcome outcome = sale().changes().particulars(before -> {
            var changed = before;
            for (Map.Entry<Integer, LineParticulars> line : said.entrySet()) {
                changed = changed.withLine(line.getKey(), line.getValue());
            }
            return changed;
        });
        if (outcome instanceof SaleOutcome.Said refused) {
            warn(refused.notice());
        } else {
            limits(pay);
        }
    }

    // ---------------------------------------------------------------- limits

    private void limits(Runnable pay) {
        Money worth = BlindReturns.worth(sale());
        ReturnRules rules = sale().catalogue().shop().returns();
        Long daily = rules.dailyWithoutReceiptMaxMinor();
        Long most = rules.withoutReceiptMaxMinor();
        boolean isAllowed = new Allowed(sale().transactionId(), worth.minor()).equals(allowed);
        if (worth.isZero()) {
            receipt(pay);
        } else if (most != null && worth.minor() > most && !isAllowed) {
            around.allowing().ask(new Deed(Permissions.RETURN_WITHOUT_RECEIPT, null, worth), approver -> {
                allowed = new Allowed(sale().transactionId(), worth.minor());
                limits(pay);
            });
            warn(Notice.of("returning.blind.too-much", amount(most)));
        } else if (daily != null) {
            wait(waiting -> background.execute(() -> day(daily, worth, pay, waiting)));
        } else {
            receipt(pay);
        }
    }

    private void day(long daily, Money worth, Runnable pay, Object waiting) {
        Notice obstacle = null;
        try {
            long before = blind.givenOn(doing.businessDay());
            if (before + worth.minor() > daily) {
                obstacle = Notice.of("returning.blind.daily", amount(daily), amount(before));
            }
        } catch (JournalException e) {
            obstacle = e.notice();
        }
        Notice why = obstacle;
        answers.execute(() -> {
            if (around.talk().isOpen(waiting)) {
                around.talk().leave();
                if (why == null) {
                    receipt(pay);
                } else {
                    warn(why);
                }
            }
        });
    }

    /** Waits for something that is looked up in the background. */
    private void wait(Consumer<Object> then) {
        around.talk().await(texts -> texts.text("refund.looking"));
        then.accept(around.talk().open());
    }

    // ---------------------------------------------------------------- the receipt once more

    private void receipt(Runnable pay) {
        Optional<UUID> from = sale().particulars().returned().values().stream()
                .map(SaleMessage.ReturnedLine::transactionId)
                .findFirst();
        if (from.isEmpty()) {
            onwards(null, pay);
            return;
        }
        wait(waiting -> around.receipts().find(from.get(), outcome -> {
            if (around.talk().isOpen(waiting)) {
                around.talk().leave();
                KnownReceipt found = outcome.found();
                if (found == null) {
                    warn(outcome.missing());
                } else {
                    checked(found, pay);
                }
            }
        }));
    }

    /** Somebody else may have taken the same goods back since: then they are chosen anew. */
    private void checked(KnownReceipt found, Runnable pay) {
        ReturnPicking picking = new ReturnPicking(found, sale().catalogue());
        boolean isLeft = found.receipt().postVoidedBy() == null;
        for (Map.Entry<Integer, SaleMessage.ReturnedLine> line :
                sale().particulars().returned().entrySet()) {
            Quantity back =
                    sale().cart().find(line.getKey()).map(Cart.Line::quantity).orElseThrow();
            isLeft &= picking.choose(Math.toIntExact(line.getValue().line()), back.negated())
                    .isEmpty();
        }
        if (!isLeft) {
            warn(Notice.of("refund.changed", Long.toString(found.receipt().sequence())));
            return;
        }
        try {
            coupons(picking.toManufacturers());
            onwards(found, pay);
        } catch (NotReturnableException e) {
            warn(Notice.of("refund.changed", Long.toString(found.receipt().sequence())));
        }
    }

    /** What manufacturers paid goes back to them. */
    private void coupons(Money toManufacturers) {
        boolean isDone = sale().payments().stream().anyMatch(payment -> payment.type() == TenderType.COUPON);
        if (!toManufacturers.isZero() && !isDone) {
            sale().pay(new Payment(TenderType.COUPON, toManufacturers.negated(), null));
        }
    }

    private void onwards(@Nullable KnownReceipt found, Runnable pay) {
        if (!sale().due().isNegative()) {
            if (sale().due().isZero() && sale().canFinish()) {
                doing.finish();
            } else {
                pay.run();
            }
            return;
        }
        Money due = sale().due().negated();
        boolean asCredit =
                Boolean.TRUE.equals(sale().catalogue().shop().returns().withoutReceiptAsCredit());
        List<RefundPlan.Part> parts = RefundPlan.of(
                due,
                found == null ? null : RefundPlan.after(found.receipt().tenders(), sale().payments()),
                sale().book().rules().cashRounding(),
                BlindReturns.worth(sale()),
                asCredit && !BlindReturns.worth(sale()).isZero());
        show(new ArrayList<>(parts));
    }

    // ---------------------------------------------------------------- the ways back

    private void show(List<RefundPlan.Part> parts) {
        around.talk().choose(texts -> choices(parts, texts), new Choosing() {
            @Override
            public void chosen(String id) {
                if (id.equals(GO)) {
                    go(parts);
                } else {
                    otherWay(parts, Integer.parseInt(id.substring(PART.length())));
                }
            }
        });
        around.talk().say(after);
        after = Announcement.NONE;
    }

    private Choices choices(List<RefundPlan.Part> parts, Texts texts) {
        List<Choices.Row> rows = new ArrayList<>();
        boolean isKnown = parts.stream().noneMatch(part -> part.way() == null);
        if (isKnown) {
            rows.add(new Choices.Row(GO, texts.text("refund.go"), texts.text("refund.go.detail"), ""));
        }
        for (int i = 0; i < parts.size(); i++) {
            RefundPlan.Part part = parts.get(i);
            rows.add(new Choices.Row(
                    PART + i,
                    RefundWords.name(part, texts),
                    RefundWords.detail(part, texts),
                    amount(part.handedOutMinor())));
        }
        return new Choices(
                texts.text("refund.title", texts.amount(sale().due().negated())),
                texts.text(isKnown ? "refund.detail" : "refund.detail.choose"),
                texts.text(isKnown ? "refund.hint" : "refund.hint.choose"),
                rows,
                "",
                isKnown ? GO : "");
    }

    private void go(List<RefundPlan.Part> parts) {
        around.talk().leave();
        doing.next(RefundPlan.inOrder(parts), this::failed);
    }

    /** A part did not go back: what is left is shown again, and another way can be chosen. */
    private void failed(Announcement why) {
        after = why;
        beforePaying(() -> {});
    }

    private void otherWay(List<RefundPlan.Part> parts, int index) {
        RefundPlan.Part part = parts.get(index);
        around.talk().ask(texts -> question(part, texts), answer -> {
            if (answer.equals(TenderType.STORE_CREDIT.name())) {
                changed(parts, index, part.by(TenderType.STORE_CREDIT, null, part.amountMinor()));
            } else if (answer.equals(TenderType.CARD.name())) {
                changed(parts, index, part.by(TenderType.CARD, null, part.amountMinor()));
            } else if (answer.equals(TenderType.CASH.name())) {
                cashAllowed(part, () -> cash(parts, index, part));
            } else {
                show(parts);
            }
        });
    }

    /** Who let goods come back without a receipt has said yes to their money: nothing else was paid that it could go back to. */
    private void cashAllowed(RefundPlan.Part part, Runnable then) {
        if (isWithoutReceipt()) {
            then.run();
        } else {
            Money back = new Money(sale().total().currency(), part.amountMinor());
            around.allowing().ask(new Deed(Permissions.RETURN_WITHOUT_RECEIPT, null, back), approver -> then.run());
        }
    }

    private boolean isWithoutReceipt() {
        return sale().particulars().returned().isEmpty();
    }

    private void cash(List<RefundPlan.Part> parts, int index, RefundPlan.Part part) {
        Money owed = new Money(sale().total().currency(), part.amountMinor());
        long coins = sale().book().rules().cashRounding().due(owed).minor();
        Notice obstacle =
                sale().writeDown("REFUND_IN_CASH", part.amountMinor() + " in minor units, paid by " + part.from());
        if (obstacle == null) {
            changed(parts, index, part.by(TenderType.CASH, null, coins));
        } else {
            warn(obstacle);
        }
    }

    private void changed(List<RefundPlan.Part> parts, int index, RefundPlan.Part part) {
        parts.set(index, part);
        show(parts);
    }

    /** Goods without a receipt that the shop pays with credit only have no other way. */
    private Question question(RefundPlan.Part part, Texts texts) {
        boolean isCreditOnly = part.from() == null
                && part.way() == TenderType.STORE_CREDIT
                && Boolean.TRUE.equals(sale().catalogue().shop().returns().withoutReceiptAsCredit());
        List<Question.Answer> answers = new ArrayList<>();
        answers.add(new Question.Answer("keep", texts.text("refund.keep"), false));
        answers.add(new Question.Answer(TenderType.STORE_CREDIT.name(), texts.text("refund.way.new-credit"), false));
        if (!isCreditOnly) {
            if (part.from() == TenderType.CARD && doing.hasTerminal()) {
                answers.add(new Question.Answer(TenderType.CARD.name(), texts.text("refund.way.card"), false));
            }
            answers.add(new Question.Answer(TenderType.CASH.name(), texts.text("refund.way.cash"), false));
        }
        String cash = isWithoutReceipt() ? "refund.other.written" : "refund.other.detail";
        return new Question(
                texts.text(part.way() == null ? "refund.first" : "refund.other", amount(part.amountMinor())),
                texts.text(isCreditOnly ? "refund.other.credit-only" : cash),
                answers);
    }

    private SaleSession sale() {
        return around.sale();
    }

    private String amount(long minor) {
        return around.talk().texts().figures().amount(new Money(sale().total().currency(), minor));
    }

    private void warn(Notice notice) {
        around.talk().say(Announcement.warning(around.talk().texts().text(notice)));
    }
}
