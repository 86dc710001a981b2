package org.tillwright.register.tendering;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleLimits;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderType;

/** What every tender works with: the sale, the talk with the operator, and the shares of a bill. Event thread only. */
final class TenderDesk {

    private final SaleSession sale;
    private final Conversation talk;
    private final TenderingModel.Surroundings around;
    private final Runnable whenPaid;
    private final BillShares shares;

    /** @param whenPaid draws the screen anew, and finishes the sale when nothing is left to pay */
    TenderDesk(SaleSession sale, Conversation talk, TenderingModel.Surroundings around, Runnable whenPaid) {
        this.sale = sale;
        this.talk = talk;
        this.around = around;
        this.whenPaid = whenPaid;
        this.shares = new BillShares(sale);
    }

    SaleSession sale() {
        return sale;
    }

    Conversation talk() {
        return talk;
    }

    Texts texts() {
        return talk.texts();
    }

    Clock clock() {
        return around.clock();
    }

    /** Where answers come back that were waited for elsewhere. */
    Executor answers() {
        return around.answers();
    }

    /** Makes names of payments. */
    Supplier<UUID> ids() {
        return around.ids();
    }

    BillShares shares() {
        return shares;
    }

    TenderOffer offer() {
        return new TenderOffer(sale.catalogue().shop());
    }

    Currency currency() {
        return sale.total().currency();
    }

    Money money(long minor) {
        return new Money(currency(), minor);
    }

    String amount(Money money) {
        return texts().figures().amount(money);
    }

    String name(TenderType type) {
        return texts().text("tender." + type.name());
    }

    void warn(Notice notice) {
        talk.say(Announcement.warning(texts().text(notice)));
    }

    void warn(String key, String... arguments) {
        talk.say(Announcement.warning(texts().text(key, arguments)));
    }

    /**
     * Reads what shall be paid in one way: what was keyed, else the share that is due now, else all of it. Says why, and
     * returns nothing, when that cannot be. The sign is that of what is due.
     */
    Optional<Money> wanted(TenderType type, String keyed) {
        Money due = sale.dueBy(type);
        boolean isRefund = due.isNegative();
        Optional<Money> read = keyed.isEmpty()
                ? Optional.of(shares.current(due))
                : KeyedFigures.amount(keyed, currency()).map(amount -> isRefund ? amount.negated() : amount);
        if (read.isEmpty()) {
            warn("tendering.no-amount", keyed);
            return read;
        }
        Money amount = read.get();
        if (amount.isZero() || due.isZero()) {
            warn(Notice.of("sale.nothing-due"));
            return Optional.empty();
        }
        if (Math.abs(amount.minor()) > Math.abs(due.minor())) {
            warn(Notice.of(
                    isRefund ? "sale.refund-too-much" : "tendering.more-than-due",
                    amount(isRefund ? due.negated() : due)));
            return Optional.empty();
        }
        return read;
    }

    /** What is asked to be keyed, in words that all go by one key. */
    static Prompt prompt(String key, Texts texts) {
        return new Prompt(texts.text(key), texts.text(key + ".detail"), texts.text(key), false);
    }

    /** True if one more payment fits the sale; says so where it does not. */
    boolean hasRoom() {
        boolean hasRoom = sale.payments().size() < SaleLimits.MAX_PAYMENTS;
        if (!hasRoom) {
            warn(Notice.of("sale.too-many-payments"));
        }
        return hasRoom;
    }

    /** Puts a payment into the sale, and says so. */
    void pay(Payment payment) {
        pay(payment, "");
    }

    /** @param more a sentence that follows; empty for none */
    void pay(Payment payment, String more) {
        taken(sale.pay(payment), payment.amount(), more);
    }

    /** A payment was put into the sale, or could not be. */
    void taken(SaleOutcome outcome, Money amount, String more) {
        if (outcome instanceof SaleOutcome.Said said) {
            warn(said.notice());
            return;
        }
        shares.paid(amount);
        boolean isRefund = amount.isNegative();
        String text = texts().text(
                        isRefund ? "tendering.given-back" : "tendering.taken",
                        amount(isRefund ? amount.negated() : amount),
                        amount(sale.due().isNegative() ? sale.due().negated() : sale.due()));
        String share = shares.isOn() && !sale.due().isZero() ? shares.words(sale.due(), texts()) : "";
        talk.say(Announcement.done(String.join(" ", text, more, share).strip().replaceAll(" +", " ")));
        whenPaid.run();
    }

    /** The words for why a device could not be asked. */
    static String failureKey(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof DeviceException device) {
            return device.textKey();
        }
        throw new IllegalStateException("asking for a payment failed", failure);
    }
}
