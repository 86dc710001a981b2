package org.tillwright.register.returning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.value.OwnNumber;

/**
 * Gives money back part by part, and finishes the sale when all of it went. What a terminal or a gateway is asked for is on disk
 * before.
 */
public final class RefundDoing {

    private final Surroundings around;
    private final CardRefunds cards;
    private final WalletRefunds wallets;
    private final Executor answers;
    private final Names names;
    private final Supplier<LocalDate> businessDay;

    /**
     * What names things that are new.
     *
     * @param random numbers of store credit
     * @param ids refunds that a gateway is asked for
     */
    public record Names(RandomGenerator random, Supplier<UUID> ids) {}

    public RefundDoing(
            Surroundings around,
            CardRefunds cards,
            WalletRefunds wallets,
            Executor answers,
            Names names,
            Supplier<LocalDate> businessDay) {
        this.around = around;
        this.cards = cards;
        this.wallets = wallets;
        this.answers = answers;
        this.names = names;
        this.businessDay = businessDay;
    }

    /** The way back to cards, which may be missing. Nothing here waits. */
    public interface CardRefunds {

        boolean isThere();

        /** Completes exceptionally with a DeviceException if the terminal has not taken the request. */
        CompletableFuture<CardResult> refund(CardRefund refund);
    }

    boolean hasTerminal() {
        return cards.isThere();
    }

    LocalDate businessDay() {
        return businessDay.get();
    }

    /** Does the next part, and then the others. */
    void next(List<RefundPlan.Part> parts, Consumer<Announcement> failed) {
        if (parts.isEmpty()) {
            finish();
            return;
        }
        RefundPlan.Part part = parts.get(0);
        Runnable others = () -> next(parts.subList(1, parts.size()), failed);
        TenderType way = part.way();
        if (way == TenderType.CARD) {
            card(part, others, failed);
        } else if (way == TenderType.WALLET) {
            wallet(part, others, failed);
        } else if (way != null) {
            SaleOutcome outcome = around.sale().pay(payment(part, way));
            if (outcome instanceof SaleOutcome.Said said) {
                failed.accept(Announcement.warning(texts().text(said.notice())));
            } else {
                others.run();
            }
        }
    }

    private Payment payment(RefundPlan.Part part, TenderType way) {
        Money amount = money(-part.handedOutMinor());
        String number = part.reference();
        if (way == TenderType.STORE_CREDIT && number == null) {
            number = OwnNumber.STORE_CREDIT.make(names.random());
        }
        return new Payment(way, amount, null, number == null ? null : TenderParticulars.reference(number));
    }

    private void card(RefundPlan.Part part, Runnable others, Consumer<Announcement> failed) {
        Money amount = money(part.amountMinor());
        if (!cards.isThere()) {
            failed.accept(Announcement.warning(texts().text("refund.no-terminal")));
            return;
        }
        if (around.sale().isTraining()) {
            failed.accept(Announcement.warning(texts().text("refund.training")));
            return;
        }
        around.sale().cardAsked(amount.negated());
        around.talk().hold(texts -> texts.text("refund.card.waiting", texts.amount(amount)));
        var unused = cards.refund(CardRefund.of(amount))
                .whenComplete(
                        (result, failure) -> answers.execute(() -> answered(amount, result, failure, others, failed)));
    }

    private void answered(
            Money amount,
            @Nullable CardResult result,
            @Nullable Throwable failure,
            Runnable others,
            Consumer<Announcement> failed) {
        around.talk().leave();
        if (result instanceof CardResult.Approved approved) {
            around.sale().payCard(amount.negated(), approved.card());
            others.run();
        } else if (result instanceof CardResult.Unknown unknown) {
            unclear(amount, unknown.why());
        } else if (result == null && !DeviceException.is(failure)) {
            unclear(amount, String.valueOf(failure));
        } else {
            around.sale().cardAsked(null);
            failed.accept(Announcement.warning(why(amount, result, failure)));
        }
    }

    private void unclear(Money amount, String why) {
        Notice obstacle = around.sale().writeDown("CARD_UNCLEAR", amount.negated() + ": " + why);
        around.exits().unclear();
        if (obstacle != null) {
            around.talk().say(Announcement.refused(texts().text(obstacle)));
        }
    }

    private void wallet(RefundPlan.Part part, Runnable others, Consumer<Announcement> failed) {
        Money amount = money(part.amountMinor());
        String reference = Objects.requireNonNull(part.reference());
        if (!wallets.isThere()) {
            failed.accept(Announcement.warning(texts().text("refund.no-gateway")));
            return;
        }
        if (around.sale().isTraining()) {
            failed.accept(Announcement.warning(texts().text("refund.training.wallet")));
            return;
        }
        UUID id = names.ids().get();
        Payment refund = new Payment(
                TenderType.WALLET, amount.negated(), null, new TenderParticulars(reference, id, null, null));
        around.sale().paying().asked(refund);
        around.talk().hold(texts -> texts.text("wallet.refunding", texts.amount(amount)));
        var unused = wallets.refund(new WalletRequest.Refund(id, amount, reference))
                .whenComplete(
                        (answer, failure) -> answers.execute(() -> answered(refund, answer, failure, others, failed)));
    }

    /** A gateway that has not decided yet, or fell silent, is asked again where payments are taken, until it says. */
    private void answered(
            Payment refund,
            @Nullable WalletAnswer answer,
            @Nullable Throwable failure,
            Runnable others,
            Consumer<Announcement> failed) {
        around.talk().leave();
        boolean isPaid = answer instanceof WalletAnswer.Paid paid
                && paid.amount().equals(refund.amount().negated());
        if (isPaid) {
            around.sale().pay(refund);
            others.run();
        } else if (answer instanceof WalletAnswer.Paid
                || answer instanceof WalletAnswer.Waiting
                || answer instanceof WalletAnswer.Unclear
                || (answer == null && !DeviceException.is(failure))) {
            around.exits().unclear();
        } else {
            around.sale().paying().asked(null);
            String amount = texts().amount(refund.amount().negated());
            failed.accept(Announcement.warning(
                    answer == null ? text(failure) : texts().text("refund.wallet.refused", amount)));
        }
    }

    private String why(Money amount, @Nullable CardResult result, @Nullable Throwable failure) {
        if (result instanceof CardResult.Declined declined) {
            String reason = declined.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return texts().text("refund.card." + reason, texts().amount(amount));
        }
        return text(failure);
    }

    private String text(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof DeviceException device) {
            return texts().text(device.textKey());
        }
        throw new IllegalStateException("a device's lane ended unexpectedly", cause);
    }

    /** Makes the sale a fact; everything has gone back. */
    void finish() {
        SaleOutcome outcome = around.sale().finish();
        around.talk().leave();
        if (outcome instanceof SaleOutcome.Finished finished) {
            around.exits().finished(finished.sale());
        } else if (outcome instanceof SaleOutcome.Said said) {
            around.talk().say(Announcement.refused(texts().text(said.notice())));
        }
    }

    private Money money(long minor) {
        return new Money(around.sale().total().currency(), minor);
    }

    private Texts texts() {
        return around.talk().texts();
    }
}
