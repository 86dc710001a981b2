package org.tillwright.register.tendering;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.server.Reply;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.Problem;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.ShopRules;
import org.tillwright.wire.shop.TenderRules;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;

/** A tendering screen without a window, in a shop that takes every tender; terminal, gateway and server are scripted. */
final class TenderingFixture implements AutoCloseable {

    final Terminal terminal = new Terminal();
    final Gateway gateway = new Gateway();
    final Server server = new Server();
    final List<FinishedSale> finished = new ArrayList<>();
    final List<Money> approvals = new ArrayList<>();
    boolean isApproved = true;
    private final Path directory;
    TestRegister register;
    TenderingModel model;
    TenderingState state = TenderingState.EMPTY;
    boolean isLeft;

    TenderingFixture(Path directory) throws JournalException {
        this(directory, everyTender());
    }

    TenderingFixture(Path directory, ShopRules rules) throws JournalException {
        this.directory = directory;
        open(rules);
        this.rules = rules;
    }

    private final ShopRules rules;

    private void open(ShopRules shop) throws JournalException {
        register = TestRegister.open(directory);
        register.catalogues.put(catalogue(shop));
        model = new TenderingModel(
                register.sale,
                new TenderingModel.Surroundings(
                        terminal,
                        gateway,
                        server,
                        new CreditNumbers(new Random(7)),
                        talk -> this::approve,
                        () -> true,
                        UUID::randomUUID,
                        register.clock,
                        Runnable::run,
                        new Exits()),
                Texts.of("en"),
                next -> state = next);
    }

    private void approve(TenderType type, Money amount, Runnable then) {
        approvals.add(amount);
        if (isApproved) {
            then.run();
        }
    }

    /** What the model of another test works with that pays by cash and card only. */
    static TenderingModel.Surroundings surroundings(
            TestRegister register, CardPayments cards, TenderingModel.TenderingExits exits) {
        return new TenderingModel.Surroundings(
                cards,
                WalletPayments.NONE,
                new Server(),
                new CreditNumbers(new Random(7)),
                talk -> (type, amount, then) -> then.run(),
                () -> false,
                UUID::randomUUID,
                register.clock,
                Runnable::run,
                exits);
    }

    /** Rings up codes and turns to the screen. */
    TenderingFixture ringUp(String... codes) {
        for (String code : codes) {
            register.sale.add(code);
        }
        model.begin();
        return this;
    }

    /** The program ends as in a power cut, and begins again with the same journal. */
    void restart() throws JournalException {
        register.journal.close();
        open(rules);
        if (register.sale.recover()) {
            model.begin();
            model.resumeCard();
        }
    }

    String notice() {
        return state.notice().text();
    }

    /** Answers the question that is asked with its last, dangerous answer. */
    void yes() {
        List<Question.Answer> answers = state.question().answers();
        model.answered(answers.get(answers.size() - 1).id());
    }

    @Override
    public void close() throws JournalException {
        register.close();
    }

    static ShopRules everyTender() {
        List<TenderRules.Rule> all = new ArrayList<>();
        for (TenderType type : TenderType.values()) {
            all.add(rule(type, null, null, null, false));
        }
        return shop(all);
    }

    static TenderRules.Rule rule(
            TenderType type, @Nullable Long least, @Nullable Long most, @Nullable Long approval, boolean asksReason) {
        return new TenderRules.Rule(type.name(), least, most, approval, asksReason, null);
    }

    static ShopRules shop(List<TenderRules.Rule> tenders) {
        return new ShopRules(
                "CAFE",
                null,
                null,
                null,
                null,
                new TenderRules(
                        tenders,
                        List.of(
                                new TenderRules.ForeignCurrency("USD", 920_000L),
                                new TenderRules.ForeignCurrency("JPY", 6_100L)),
                        List.of(50_000L, 100_000L)),
                null,
                null,
                null,
                List.of(new Reason("TENDER", "STAFF", Map.of("en", "For staff"))));
    }

    private static Catalogue catalogue(ShopRules rules) {
        SnapshotMessage plain = TestStore.snapshot(1, 0, TestStore.items());
        return Catalogue.of(new SnapshotMessage(
                plain.number(),
                plain.after(),
                plain.store(),
                plain.taxPolicy(),
                plain.taxRates(),
                plain.departments(),
                plain.items(),
                plain.operators(),
                plain.epoch(),
                plain.pricingRules(),
                rules));
    }

    private final class Exits implements TenderingModel.TenderingExits {

        @Override
        public void toSelling() {
            isLeft = true;
        }

        @Override
        public void finished(FinishedSale sale) {
            finished.add(sale);
        }
    }

    /** Answers when the test says so. */
    static final class Terminal implements CardPayments {

        CompletableFuture<CardResult> answer = new CompletableFuture<>();

        @Nullable
        CardRefund refund;

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public CompletableFuture<CardResult> authorize(Money amount) {
            answer = new CompletableFuture<>();
            return answer;
        }

        @Override
        public CompletableFuture<CardResult> refund(CardRefund wanted) {
            refund = wanted;
            answer = new CompletableFuture<>();
            return answer;
        }

        @Override
        public void cancel() {}
    }

    /** Says what the test put down, in its order; the last word again and again. */
    static final class Gateway implements WalletPayments {

        final List<WalletRequest> asked = new ArrayList<>();
        final List<String> calls = new ArrayList<>();
        boolean isReached = true;
        private final Deque<CompletableFuture<WalletAnswer>> script = new ArrayDeque<>();

        void says(WalletAnswer answer) {
            script.add(CompletableFuture.completedFuture(answer));
        }

        void fails(Exception failure) {
            script.add(CompletableFuture.failedFuture(failure));
        }

        private CompletableFuture<WalletAnswer> next(String call) {
            calls.add(call);
            CompletableFuture<WalletAnswer> answer = script.size() > 1 ? script.remove() : script.peek();
            return answer == null ? new CompletableFuture<>() : answer;
        }

        void forget() {
            script.clear();
        }

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public boolean isReached() {
            return isReached;
        }

        @Override
        public CompletableFuture<WalletAnswer> ask(WalletRequest request) {
            asked.add(request);
            return next(request.getClass().getSimpleName());
        }

        @Override
        public CompletableFuture<WalletAnswer> status(UUID paymentId) {
            return next("status");
        }

        @Override
        public CompletableFuture<WalletAnswer> cancel(UUID paymentId) {
            return next("cancel");
        }
    }

    /** Keeps money under numbers as the server does; may be out of reach. */
    static final class Server implements ValuePayments {

        final Map<String, Long> available = new HashMap<>();
        final Map<UUID, ValueAuthorizationRequest> held = new HashMap<>();
        final List<UUID> released = new ArrayList<>();
        boolean isOut;
        boolean losesAnswers;
        boolean waits;
        boolean breaks;

        @Override
        public CompletableFuture<Reply<ValueBalance>> balance(String kind, String number) {
            if (isOut) {
                return CompletableFuture.completedFuture(out());
            }
            return Optional.ofNullable(available.get(kind + number))
                    .map(minor -> TenderingFixture.<ValueBalance>answered(
                            new ValueBalance(kind, number, "EUR", minor, minor, null)))
                    .orElseGet(() -> CompletableFuture.completedFuture(refused("Nothing is known of " + number + ".")));
        }

        @Override
        public CompletableFuture<Reply<ValueAuthorization>> authorize(ValueAuthorizationRequest request) {
            held.put(request.authorizationId(), request);
            if (waits) {
                return new CompletableFuture<>();
            }
            if (breaks) {
                return CompletableFuture.failedFuture(new IllegalStateException("an answer that cannot be read"));
            }
            if (losesAnswers) {
                return CompletableFuture.completedFuture(out());
            }
            long left = available.merge(request.kind() + request.number(), -request.amountMinor(), Long::sum);
            return left < 0
                    ? CompletableFuture.completedFuture(refused("There is too little on it."))
                    : answered(new ValueAuthorization(request.authorizationId(), request.amountMinor(), left));
        }

        @Override
        public CompletableFuture<Reply<Boolean>> release(UUID authorizationId) {
            released.add(authorizationId);
            return isOut ? CompletableFuture.completedFuture(out()) : answered(true);
        }

        private static <T> Reply<T> out() {
            return new Reply.Unreachable<>(Notice.of("server.not-there", "127.0.0.1"));
        }

        private static <T> Reply<T> refused(String why) {
            return new Reply.Refused<>(Problem.of(422, "VALUE_REFUSED", why, List.of()));
        }
    }

    private static <T> CompletableFuture<Reply<T>> answered(T value) {
        return CompletableFuture.completedFuture(new Reply.Answered<>(value));
    }
}
