package org.tillwright.register.tendering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.barcode.ScanCode;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.tendering.TenderingState.Terminal;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;

/**
 * Takes payments from phones: the customer scans a code that is shown, or shows one that is scanned. The gateway is asked
 * how it stands until it says; when it falls silent, a person may say what the phone shows.
 */
final class WalletTender {

    static final String PAID = "paid";
    static final String NOT_PAID = "not-paid";

    /** How long a customer may take before the payment is stopped. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    /** How long the gateway may be silent before a person is asked; it goes on being asked meanwhile. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final TenderDesk desk;
    private final TenderGate gate;
    private final WalletPayments wallets;
    private @Nullable Open open;

    WalletTender(TenderDesk desk, TenderGate gate, WalletPayments wallets) {
        this.desk = desk;
        this.gate = gate;
        this.wallets = wallets;
    }

    /** Shows the customer a code over what was keyed, the share or everything that is due; or pays money back. */
    void pay(String keyed) {
        if (!wallets.isThere()) {
            desk.warn("wallet.none");
            return;
        }
        desk.wanted(TenderType.WALLET, keyed).ifPresent(amount -> {
            if (desk.hasRoom()) {
                gate.admit(TenderType.WALLET, amount, reason -> admitted(amount, reason));
            }
        });
    }

    private void admitted(Money amount, @Nullable String reason) {
        if (!amount.isNegative()) {
            UUID id = desk.ids().get();
            TenderParticulars said = new TenderParticulars(null, id, null, reason);
            begin(new Payment(TenderType.WALLET, amount, null, said), new WalletRequest.Show(id, amount));
            return;
        }
        desk.talk().keyOrScan(texts -> TenderDesk.prompt("wallet.reference", texts), reference -> {
            if (!WalletRequest.isCode(reference) || reference.length() > VoucherTender.MAX_NUMBER) {
                desk.warn("wallet.no-reference", reference);
                return;
            }
            desk.talk().leave();
            payBack(amount.negated(), reference, reason);
        });
    }

    /** Gives a payment of this sale back through the gateway; the payment goes once the money has moved. */
    void takeBack(Payment payment) {
        TenderParticulars said = payment.particulars();
        String reference = said == null ? null : said.reference();
        if (reference == null || !wallets.isThere()) {
            desk.warn("wallet.no-number-to-return");
        } else {
            payBack(payment.amount(), reference, null);
        }
    }

    private void payBack(Money amount, String reference, @Nullable String reason) {
        UUID id = desk.ids().get();
        TenderParticulars said = new TenderParticulars(reference, id, null, reason);
        begin(
                new Payment(TenderType.WALLET, amount.negated(), null, said),
                new WalletRequest.Refund(id, amount, reference));
    }

    /** Kept with the sale before the gateway is asked: a power cut leaves a question and no lost money. */
    private void begin(Payment payment, WalletRequest request) {
        desk.sale().choose(TenderType.WALLET);
        desk.sale().paying().asked(payment);
        Open begun = new Open(payment, request.paymentId(), desk.clock().instant());
        open = begun;
        begun.isAsking = true;
        desk.talk().say(Announcement.NONE);
        listen(begun, wallets.ask(request), failure -> notAsked(begun, failure));
    }

    private void notAsked(Open begun, Throwable failure) {
        if (DeviceException.is(failure)) {
            forget();
            desk.warn(TenderDesk.failureKey(failure));
        } else {
            silent(begun);
        }
    }

    /** The customer shows a code instead: it is charged under the same name, so that nothing is paid twice. */
    void scanned(String code) {
        Open now = open;
        boolean isGoods = desk.sale().catalogue().find(ScanCode.of(code)).isPresent();
        if (now == null || now.isRefund()) {
            desk.warn("scan.not-now");
        } else if (isGoods || !WalletRequest.isCode(code)) {
            desk.warn("wallet.no-code", code);
        } else if (!now.isAsking) {
            now.isAsking = true;
            listen(
                    now,
                    wallets.ask(new WalletRequest.Scan(now.id, now.payment.amount(), code)),
                    failure -> silent(now));
        }
    }

    /** Asks the gateway to stop; what it answers says what became of the payment. */
    void stop() {
        Open now = open;
        if (now != null && !now.isStopping) {
            now.isStopping = true;
            now.stoppedAt = desk.clock().instant();
            desk.talk().refresh();
            look(now);
        }
    }

    /** Time has passed: asks how the payment stands, and stops it when it takes too long. */
    void tick() {
        Open now = open;
        if (now == null) {
            return;
        }
        if (!now.isStopping && !now.isRefund() && isPast(now.since, LIMIT)) {
            stop();
        } else if (!now.isAsking && isPast(now.lookedAt, LOOK_EVERY)) {
            look(now);
        }
        desk.talk().refresh();
    }

    private void look(Open now) {
        if (now.isAsking) {
            return; // the answer on its way comes first; the next tick looks again
        }
        now.isAsking = true;
        now.lookedAt = desk.clock().instant();
        boolean mayStop = now.isStopping && !now.isRefund();
        listen(now, mayStop ? wallets.cancel(now.id) : wallets.status(now.id), failure -> silent(now));
    }

    private void listen(Open now, CompletableFuture<WalletAnswer> answer, Consumer<Throwable> failed) {
        var unused = answer.whenComplete((told, failure) -> desk.answers().execute(() -> {
            if (open != now) {
                return; // a person has said what became of it
            }
            now.isAsking = false;
            if (failure != null) {
                failed.accept(failure);
            } else {
                answered(now, told);
            }
        }));
    }

    private void answered(Open now, WalletAnswer answer) {
        if (answer instanceof WalletAnswer.Waiting waiting) {
            if (!waiting.code().isEmpty() && !waiting.code().equals(now.code)) {
                desk.sale().paying().showCode(waiting.code(), now.amount());
            }
            now.code = waiting.code();
            now.silentSince = null;
            desk.talk().refresh();
        } else if (answer instanceof WalletAnswer.Paid paid && paid.amount().equals(now.amount())) {
            paid(now, paid.amount(), paid.reference());
        } else if (answer instanceof WalletAnswer.Declined declined) {
            forget();
            String reason = declined.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            desk.warn("wallet.declined." + reason, desk.amount(now.amount()));
        } else if (answer instanceof WalletAnswer.NotKnown) {
            forget();
            desk.warn("wallet.not-known", desk.amount(now.amount()));
        } else {
            silent(now); // also when another amount was taken than asked for: a person reads the customer's phone
        }
    }

    private void silent(Open now) {
        if (now.silentSince == null) {
            now.silentSince = desk.clock().instant();
        }
        desk.talk().refresh();
    }

    private void paid(Open now, Money amount, @Nullable String reference) {
        TenderParticulars asked = now.said();
        String number = now.isRefund() ? asked.reference() : reference;
        TenderParticulars said = new TenderParticulars(number, asked.authorizationId(), null, asked.reason());
        open = null;
        int index = now.isRefund() ? indexOf(now) : -1;
        if (index >= 0) {
            takenBack(index);
        } else {
            Money signed = now.isRefund() ? amount.negated() : amount;
            desk.pay(new Payment(TenderType.WALLET, signed, null, said));
        }
    }

    private void takenBack(int index) {
        Payment gone = desk.sale().payments().get(index);
        Notice obstacle =
                desk.sale().writeDown("WALLET_PAYMENT_RETURNED", gone.amount().toString());
        desk.sale().paying().asked(null);
        desk.sale().removePayment(index);
        desk.shares().end();
        desk.talk()
                .say(
                        obstacle == null
                                ? Announcement.done(desk.texts().text("tendering.taken-back"))
                                : Announcement.warning(desk.texts().text(obstacle)));
    }

    /** The payment of this sale that a refund gives back, or -1 where it is one of an earlier sale. */
    private int indexOf(Open refund) {
        List<Payment> payments = desk.sale().payments();
        for (int i = 0; i < payments.size(); i++) {
            Payment payment = payments.get(i);
            TenderParticulars said = payment.particulars();
            boolean isThis = said != null
                    && Objects.equals(said.reference(), refund.said().reference());
            if (payment.type() == TenderType.WALLET
                    && isThis
                    && payment.amount().equals(refund.amount())) {
                return i;
            }
        }
        return -1;
    }

    /** No money moved. */
    private void forget() {
        open = null;
        desk.sale().paying().asked(null);
    }

    /** The program ended while a wallet payment was open: it is asked for again, under the same name. */
    void resume(Payment payment) {
        TenderParticulars said = payment.particulars();
        UUID id = said == null ? null : said.authorizationId();
        if (id != null) {
            Open again = new Open(payment, id, desk.clock().instant());
            again.silentSince =
                    wallets.isThere() ? null : desk.clock().instant().minus(SILENCE);
            open = again;
            tick();
        }
    }

    boolean isWaiting() {
        return open != null;
    }

    /** The question to a person when nobody else answers, or null. */
    @Nullable
    Question question() {
        Open now = open;
        if (now == null || !isUnclear(now)) {
            return null;
        }
        String amount = desk.amount(now.amount());
        Texts texts = desk.texts();
        return new Question(
                texts.text(now.isRefund() ? "wallet.unclear.refund" : "wallet.unclear.question", amount),
                texts.text("wallet.unclear.detail"),
                List.of(
                        new Question.Answer("look", texts.text("wallet.unclear.look"), false),
                        new Question.Answer(NOT_PAID, texts.text("wallet.unclear.not-paid"), false),
                        new Question.Answer(PAID, texts.text("wallet.unclear.paid", amount), false)));
    }

    private boolean isUnclear(Open now) {
        Instant silent = now.silentSince;
        Instant stopped = now.stoppedAt;
        boolean isSlow = now.isRefund() && isPast(now.since, LIMIT);
        return isSlow || (silent != null && isPast(silent, SILENCE)) || (stopped != null && isPast(stopped, SILENCE));
    }

    /** A person read the customer's phone. What they say is written down before it counts. */
    void clarified(String answerId) {
        Open now = open;
        boolean isPaid = answerId.equals(PAID);
        if (now == null || (!isPaid && !answerId.equals(NOT_PAID))) {
            desk.talk().say(Announcement.refused(desk.texts().text("wallet.unclear.detail")));
            return;
        }
        Notice obstacle = desk.sale()
                .writeDown(isPaid ? "WALLET_UNCLEAR_PAID" : "WALLET_UNCLEAR_NOT_PAID", now.amount() + " " + now.id);
        if (obstacle != null) {
            desk.talk().say(Announcement.refused(desk.texts().text(obstacle)));
        } else if (isPaid) {
            paid(now, now.amount(), null);
        } else {
            forget();
            desk.talk()
                    .say(Announcement.done(
                            desk.texts().text("wallet.unclear.nothing-booked", desk.amount(now.amount()))));
        }
    }

    /** What is waited for, with the code that the customer scans; or null. */
    @Nullable
    Terminal terminal() {
        Open now = open;
        if (now == null) {
            return null;
        }
        Function<String, String> words = key -> desk.texts().text(key, desk.amount(now.amount()));
        String text;
        if (now.silentSince != null) {
            text = words.apply("wallet.silent");
        } else if (now.isRefund()) {
            text = words.apply("wallet.refunding");
        } else if (now.isStopping) {
            text = words.apply("wallet.stopping");
        } else {
            text = words.apply(now.code.isEmpty() ? "wallet.beginning" : "wallet.waiting");
        }
        long seconds =
                Math.max(0, Duration.between(now.since, desk.clock().instant()).toSeconds());
        return new Terminal(
                text,
                Counted.text(desk.texts(), "tendering.card.elapsed", seconds),
                now.isStopping ? "" : now.code,
                !now.isStopping && !now.isRefund());
    }

    private boolean isPast(Instant since, Duration limit) {
        return !desk.clock().instant().isBefore(since.plus(limit));
    }

    /** A payment whose end is not known yet. Changes as answers come. */
    private static final class Open {

        private final Payment payment;
        private final UUID id;
        private final Instant since;
        private Instant lookedAt;
        private String code = "";
        private boolean isAsking;
        private boolean isStopping;
        private @Nullable Instant stoppedAt;
        private @Nullable Instant silentSince;

        Open(Payment payment, UUID id, Instant since) {
            this.payment = payment;
            this.id = id;
            this.since = since;
            this.lookedAt = since;
        }

        boolean isRefund() {
            return payment.amount().isNegative();
        }

        /** Never negative. */
        Money amount() {
            return isRefund() ? payment.amount().negated() : payment.amount();
        }

        TenderParticulars said() {
            TenderParticulars said = payment.particulars();
            return said == null ? new TenderParticulars(null, id, null, null) : said;
        }
    }
}
