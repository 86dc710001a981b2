package org.tillwright.register.tendering;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.tendering.TenderingState.Terminal;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/** Takes cards at the terminal; a payment whose answer was lost stays in the way until the terminal says what became of it. */
final class CardTender {

    private final TenderDesk desk;
    private final TenderGate gate;
    private final Tips tips;
    private final CardPayments cards;
    private final LostCard lost;
    private @Nullable Asked asked;
    private String shown = "";

    CardTender(TenderDesk desk, TenderGate gate, Tips tips, CardPayments cards) {
        this.desk = desk;
        this.gate = gate;
        this.tips = tips;
        this.cards = cards;
        this.lost = new LostCard(desk, cards, tips);
    }

    boolean isThere() {
        return cards.isThere();
    }

    /** True while the terminal has a payment and has not answered. */
    boolean isWaiting() {
        return asked != null;
    }

    /** Asks the terminal for what was keyed; for the share or everything that is due when nothing was. */
    void pay(String keyed) {
        if (!cards.isThere()) {
            desk.warn("tendering.no-terminal");
            return;
        }
        desk.wanted(TenderType.CARD, keyed).ifPresent(amount -> {
            Notice obstacle = amount.isNegative() ? null : desk.sale().paying().obstacleToCard(amount);
            if (obstacle != null) {
                desk.warn(obstacle);
            } else if (desk.hasRoom()) {
                gate.admit(TenderType.CARD, amount, reason -> ask(amount, reason));
            }
        });
    }

    private void ask(Money amount, @Nullable String reason) {
        TenderParticulars said = reason == null ? null : new TenderParticulars(null, null, null, reason);
        desk.sale().choose(TenderType.CARD);
        desk.sale().paying().asked(new Payment(TenderType.CARD, amount, null, said));
        asked = new Asked(amount, said, desk.clock().instant(), false);
        shown = "";
        desk.talk().say(Announcement.NONE);
        var unused = (amount.isNegative() ? cards.refund(CardRefund.of(amount.negated())) : cards.authorize(amount))
                .whenComplete(
                        (result, failure) -> desk.answers().execute(() -> answered(amount, said, result, failure)));
    }

    /** Asks the terminal to stop; its own answer says what became of it. */
    void stop() {
        Asked payment = asked;
        if (payment != null && !payment.isStopping()) {
            asked = new Asked(payment.amount(), payment.said(), payment.since(), true);
            cards.cancel();
            desk.talk().refresh();
        }
    }

    /** The terminal answered, or could not be asked. */
    private void answered(
            Money amount, @Nullable TenderParticulars said, @Nullable CardResult result, @Nullable Throwable failure) {
        asked = null;
        if (result instanceof CardResult.Approved approved) {
            Money moved = amount.isNegative() ? approved.amount().negated() : approved.amount();
            tips.movedAtTheTerminal(amount, moved);
            desk.pay(new Payment(TenderType.CARD, moved, approved.card(), said));
        } else if (result instanceof CardResult.Declined declined) {
            desk.sale().paying().asked(null);
            String reason = declined.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            desk.warn((amount.isNegative() ? "refund.card." : "card.declined.") + reason, shown(amount));
        } else if (result instanceof CardResult.Unknown unknown) {
            unclear(unknown.why());
        } else if (!DeviceException.is(failure)) {
            unclear(String.valueOf(failure));
        } else {
            desk.sale().paying().asked(null);
            desk.warn(TenderDesk.failureKey(failure));
        }
    }

    /** Nobody knows whether the money moved, from now on until the terminal says it. */
    void unclear(String why) {
        Payment open = unclear();
        if (open != null) {
            lost.begin(open, why);
        }
    }

    /** What is on disk of this sale's requests is brought into it. */
    void recover() {
        lost.recover();
    }

    /** What was asked of the terminal, when it is not to be expected that it still answers. */
    private @Nullable Payment unclear() {
        Payment open = desk.sale().asked().orElse(null);
        return asked == null && open != null && open.type() == TenderType.CARD ? open : null;
    }

    /** The question that stands in the way of everything else, or null. */
    @Nullable
    Question question() {
        Payment open = unclear();
        return open == null ? null : lost.question(open);
    }

    /** The operator answered that question. */
    void clarified(String answerId) {
        Payment open = unclear();
        if (open != null) {
            lost.answered(open, answerId);
        }
    }

    /** Time has passed. */
    void tick() {
        cards.tick();
        Payment open = unclear();
        if (open != null) {
            lost.tick(open);
        } else if (isWaiting()) {
            desk.talk().refresh();
        }
    }

    /** The terminal says what it waits for. */
    void shows(String words) {
        if (isWaiting()) {
            shown = words;
            desk.talk().refresh();
        }
    }

    /** A payment was taken out of the sale; returns the words for what becomes of its money. */
    String takenBack(Payment payment) {
        SaleMessage.Card card = payment.card();
        return card != null && cards.undo(card) ? "tendering.card.taken-back" : "tendering.taken-back";
    }

    /** What the terminal is doing, or null. */
    @Nullable
    Terminal terminal() {
        Asked payment = asked;
        if (payment == null) {
            return null;
        }
        long seconds = Math.max(
                0, Duration.between(payment.since(), desk.clock().instant()).toSeconds());
        String waiting = payment.amount().isNegative() ? "refund.card.waiting" : "tendering.card.waiting";
        String key = payment.isStopping() ? "tendering.card.stopping" : waiting;
        String words = desk.texts().text(key, shown(payment.amount()));
        return new Terminal(
                shown.isEmpty() ? words : words + " " + shown,
                Counted.text(desk.texts(), "tendering.card.elapsed", seconds),
                "",
                !payment.isStopping());
    }

    /** An amount without its sign: the words around it say which way it goes. */
    private String shown(Money amount) {
        return desk.amount(amount.isNegative() ? amount.negated() : amount);
    }

    /** A card payment on its way. */
    private record Asked(Money amount, @Nullable TenderParticulars said, Instant since, boolean isStopping) {}
}
