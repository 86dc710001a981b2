package org.tillwright.register.tendering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleLimits;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.selling.CartDrawing;
import org.tillwright.register.tendering.TenderingState.Terminal;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderType;

/**
 * Takes the money for the sale in progress, in as many parts as the customer likes, and finishes the sale when nothing
 * is left to pay. Used on the event thread only; the card terminal answers later, through {@code answers}.
 */
public final class TenderingModel implements TenderingIntents {

    private final SaleSession sale;
    private final CardPayments cards;
    private final Clock clock;
    private final Executor answers;
    private final TenderingExits exits;
    private final Consumer<TenderingState> view;
    private Texts texts;
    private Announcement notice = Announcement.NONE;
    private @Nullable Asked asked;
    private @Nullable Money doubted;
    private int takingBack = -1;

    public TenderingModel(SaleSession sale, Surroundings around, Texts texts, Consumer<TenderingState> view) {
        this.sale = sale;
        this.cards = around.cards();
        this.clock = around.clock();
        this.answers = around.answers();
        this.exits = around.exits();
        this.texts = texts;
        this.view = view;
    }

    /** What the model works with beside the sale. */
    public record Surroundings(CardPayments cards, Clock clock, Executor answers, TenderingExits exits) {}

    public void speak(Texts next) {
        texts = next;
        notice = Announcement.NONE;
        show();
    }

    /** Turned to by the cash key: the customer sees what is due in cash before anything is opened. */
    public void begin() {
        beginWith(TenderType.CASH);
    }

    /** Turned to by the card key: asks the terminal for everything that is due. */
    public void beginCard() {
        beginWith(TenderType.CARD);
        card("");
    }

    private void beginWith(TenderType way) {
        notice = Announcement.NONE;
        takingBack = -1;
        sale.choose(way);
        show();
    }

    public void say(Announcement next) {
        notice = next;
        show();
    }

    /** A payment on the way keeps its screen: nobody leaves it before it is known what became of it. */
    public boolean isBusy() {
        return sale.cardAsked().isPresent();
    }

    /** The program ended while a card payment was open: true when there is one, and a person has to say what became of it. */
    public boolean resumeCard() {
        sale.cardAsked().ifPresent(amount -> unclear(amount, "the register was interrupted"));
        return isBusy();
    }

    /** Time has passed; what takes long says how long. */
    public void tick() {
        if (asked != null) {
            show();
        }
    }

    @Override
    public void cash(String keyed) {
        if (isBusy()) {
            return;
        }
        Optional<Money> given = keyed.isEmpty() ? Optional.of(sale.cashDue()) : KeyedFigures.amount(keyed, currency());
        if (given.isEmpty()) {
            say(Announcement.warning(texts.text("tendering.no-amount", keyed)));
        } else if (sale.due().isZero()) {
            finishIfPaid();
        } else {
            boolean isRefund = sale.due().isNegative();
            Money amount = isRefund && !given.get().isNegative() ? given.get().negated() : given.get();
            takeCash(amount);
        }
    }

    /** So much change is asked about before it is given: the drawer is open at once, and the money gone. */
    private void takeCash(Money amount) {
        boolean isDoubtful = amount.minor() <= SaleLimits.MAX_CASH_MINOR
                && amount.minor() - sale.cashDue().minor() > SaleLimits.DOUBTFUL_CHANGE_MINOR;
        if (isDoubtful && sale.due().minor() > 0) {
            doubted = amount;
            say(Announcement.NONE);
        } else {
            paid(sale.payCash(amount), amount);
        }
    }

    @Override
    public void note(long minor) {
        if (!isBusy()) {
            Money amount = new Money(currency(), minor);
            paid(sale.payCash(amount), amount);
        }
    }

    @Override
    public void card(String keyed) {
        if (isBusy()) {
            return;
        }
        if (!cards.isThere()) {
            say(Announcement.warning(texts.text("tendering.no-terminal")));
            return;
        }
        Optional<Money> wanted = keyed.isEmpty() ? Optional.of(sale.cardDue()) : KeyedFigures.amount(keyed, currency());
        if (wanted.isEmpty()) {
            say(Announcement.warning(texts.text("tendering.no-amount", keyed)));
            return;
        }
        Money amount = wanted.get();
        var obstacle = sale.obstacleToCard(amount);
        if (obstacle != null) {
            say(Announcement.warning(texts.text(obstacle)));
            return;
        }
        sale.choose(TenderType.CARD);
        sale.cardAsked(amount);
        asked = new Asked(amount, clock.instant(), false);
        say(Announcement.NONE);
        var unused = cards.authorize(amount)
                .whenComplete((result, failure) -> answers.execute(() -> answered(amount, result, failure)));
    }

    @Override
    public void cancelCard() {
        Asked payment = asked;
        if (payment != null && !payment.isCancelled()) {
            asked = new Asked(payment.amount(), payment.since(), true);
            cards.cancel();
            show();
        }
    }

    @Override
    public void takeBack(int paymentIndex) {
        if (!isBusy() && paymentIndex < sale.payments().size()) {
            takingBack = paymentIndex;
            show();
        }
    }

    @Override
    public void answered(String answerId) {
        Money open = unclear();
        if (open != null) {
            clarified(open, answerId);
            return;
        }
        Money much = doubted;
        doubted = null;
        if (much != null && answerId.equals(TenderingQuestions.GIVEN)) {
            paid(sale.payCash(much), much);
            return;
        }
        int index = takingBack;
        takingBack = -1;
        if (answerId.equals(TenderingQuestions.TAKE_BACK) && index >= 0) {
            SaleOutcome outcome = sale.removePayment(index);
            notice = outcome instanceof SaleOutcome.Said said
                    ? Announcement.warning(texts.text(said.notice()))
                    : Announcement.done(texts.text("tendering.taken-back"));
        }
        show();
    }

    @Override
    public void back() {
        if (!isBusy()) {
            takingBack = -1;
            doubted = null;
            sale.choose(null);
            exits.toSelling();
        }
    }

    private void paid(SaleOutcome outcome, Money amount) {
        if (outcome instanceof SaleOutcome.Said said) {
            say(Announcement.warning(texts.text(said.notice())));
            return;
        }
        notice = Announcement.done(texts.text("tendering.taken", amount(amount), amount(sale.due())));
        finishIfPaid();
    }

    private void finishIfPaid() {
        if (!sale.canFinish()) {
            show();
            return;
        }
        SaleOutcome outcome = sale.finish();
        if (outcome instanceof SaleOutcome.Finished finished) {
            notice = Announcement.NONE;
            exits.finished(finished.sale());
        } else if (outcome instanceof SaleOutcome.Said said) {
            say(Announcement.refused(texts.text(said.notice())));
        }
    }

    /** The terminal answered, or could not be asked. */
    private void answered(Money amount, @Nullable CardResult result, @Nullable Throwable failure) {
        asked = null;
        if (result instanceof CardResult.Approved approved) {
            paid(sale.payCard(approved.amount(), approved.card()), approved.amount());
        } else if (result instanceof CardResult.Declined declined) {
            sale.cardAsked(null);
            String reason = declined.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            say(Announcement.warning(texts.text("card.declined." + reason, amount(amount))));
        } else if (result instanceof CardResult.Unknown unknown) {
            unclear(amount, unknown.why());
        } else {
            sale.cardAsked(null);
            say(Announcement.warning(texts.text(failureKey(failure))));
        }
    }

    private void unclear(Money amount, String why) {
        Notice obstacle = sale.writeDown("CARD_UNCLEAR", amount + ": " + why);
        say(Announcement.refused(obstacle == null ? texts.text("card.unknown", amount(amount)) : texts.text(obstacle)));
    }

    /** What was asked of the terminal, when it is not to be expected that it still answers. */
    private @Nullable Money unclear() {
        return asked == null ? sale.cardAsked().orElse(null) : null;
    }

    /** Someone read the terminal's own receipt. What they say is written down before it counts. */
    private void clarified(Money amount, String answerId) {
        boolean isCharged = answerId.equals(TenderingQuestions.CHARGED);
        if (!isCharged && !answerId.equals(TenderingQuestions.NOT_CHARGED)) {
            say(Announcement.refused(texts.text("card.unknown", amount(amount))));
            return;
        }
        Notice obstacle =
                sale.writeDown(isCharged ? "CARD_UNCLEAR_CHARGED" : "CARD_UNCLEAR_NOT_CHARGED", amount.toString());
        if (obstacle != null) {
            say(Announcement.refused(texts.text(obstacle)));
            return;
        }
        if (isCharged) {
            paid(sale.payCard(amount, Payment.UNCLEAR_CARD), amount);
        } else {
            sale.cardAsked(null);
            say(Announcement.done(texts.text("card.unclear.nothing-booked", amount(amount))));
        }
    }

    private static String failureKey(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof DeviceException device) {
            return device.textKey();
        }
        throw new IllegalStateException("the card terminal's lane ended unexpectedly", cause);
    }

    // ---------------------------------------------------------------- drawing

    private void show() {
        Money due = sale.due();
        boolean isRefund = due.isNegative();
        view.accept(new TenderingState(
                CartDrawing.of(sale, 0, texts),
                notice,
                texts.text(isRefund ? "tendering.due-back" : "tendering.due"),
                texts.text(
                        "amount.with-currency",
                        amount(isRefund ? due.negated() : due),
                        currency().code()),
                drawing().dueNote(),
                drawing().notes(),
                drawing().payments(),
                terminal(),
                question(),
                drawing().cashLabel(),
                cards.isThere() && !isRefund && !due.isZero()));
    }

    private @Nullable Terminal terminal() {
        Asked payment = asked;
        if (payment == null) {
            return null;
        }
        long seconds =
                Math.max(0, Duration.between(payment.since(), clock.instant()).toSeconds());
        String key = payment.isCancelled() ? "tendering.card.stopping" : "tendering.card.waiting";
        return new Terminal(
                texts.text(key, amount(payment.amount())),
                Counted.text(texts, "tendering.card.elapsed", seconds),
                !payment.isCancelled());
    }

    private @Nullable Question question() {
        Money open = unclear();
        if (open != null) {
            return questions().unclear(open);
        }
        Money much = doubted;
        if (much != null) {
            return questions().doubtful(much, much.minus(sale.cashDue()));
        }
        if (takingBack < 0 || takingBack >= sale.payments().size()) {
            return null;
        }
        Payment back = sale.payments().get(takingBack);
        return questions().takeBack(back, drawing().name(back));
    }

    private TenderingDrawing drawing() {
        return new TenderingDrawing(sale, texts);
    }

    private TenderingQuestions questions() {
        return new TenderingQuestions(texts);
    }

    private Currency currency() {
        return sale.total().currency();
    }

    private String amount(Money money) {
        return texts.figures().amount(money);
    }

    /** A card payment on its way. */
    private record Asked(Money amount, Instant since, boolean isCancelled) {}

    /** Where the tendering screen leads. */
    public interface TenderingExits {

        void toSelling();

        /** The sale is paid and on disk; the next customer may come. */
        void finished(FinishedSale sale);
    }
}
