package org.tillwright.register.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.Functions;
import org.tillwright.register.receipts.JournalTalk;
import org.tillwright.register.receipts.PostVoidTalk;
import org.tillwright.register.receipts.SaleSearch;
import org.tillwright.register.receipts.UndonePayments;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.server.Reply;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.shop.ShopRules;

/** A till that sold, takes back and undoes: without a window, on a real journal, with a terminal and a server that answer as told. */
abstract class ReturningTill {

    static final SaleMessage.Card CARD =
            new SaleMessage.Card("girocard", "4242", "A00001", "52500041", "000001", "0001");

    @TempDir
    Path directory;

    final Functions functions = new Functions();
    final Deque<CardResult> terminal = new ArrayDeque<>();
    final List<CardRefund> asked = new ArrayList<>();
    final List<CompletableFuture<CardResult>> slow = new ArrayList<>();
    final Deque<Runnable> later = new ArrayDeque<>();
    boolean isSlow;
    final List<Money> charged = new ArrayList<>();
    final Deque<WalletAnswer> gateway = new ArrayDeque<>();
    final List<WalletRequest.Refund> paidBack = new ArrayList<>();
    final List<UUID> askedAgain = new ArrayList<>();
    final List<FinishedSale> finished = new ArrayList<>();
    final List<NeedsApproval> needs = new ArrayList<>();
    final List<String> ways = new ArrayList<>();
    final Deque<Reply<ReceiptFound>> server = new ArrayDeque<>();
    TestRegister register;
    SellingModel model;
    SellingState state = SellingState.EMPTY;
    ReturnTalk returning;
    RefundTalk refunding;
    JournalTalk journal;

    @BeforeEach
    void openShop() throws Exception {
        register = TestRegister.open(directory);
        catalogue(ShopRules.NONE);
        model = new SellingModel(
                register.sale, register.approvals, Texts.of("en"), new Exits(), functions, next -> state = next);
        ReceiptFinder receipts = new ReceiptFinder(
                new OwnReceipts(register.journal, register.catalogues),
                code -> server.isEmpty() ? away() : server.poll(),
                Runnable::run,
                Runnable::run);
        Surroundings around = new Surroundings(
                register.sale, model.conversation(), receipts, this::allow, model::returnGoods, new AfterReturn());
        returning = new ReturnTalk(around, register.clock);
        PostVoidTalk.CardMoves cards = cards();
        WalletRefunds wallets = new Wallets();
        refunding = new RefundTalk(
                around,
                new RefundDoing(
                        around,
                        cards,
                        wallets,
                        Runnable::run,
                        new RefundDoing.Names(RandomGenerator.getDefault(), UUID::randomUUID),
                        register.till::businessDay),
                new BlindReturns(register.journal),
                Runnable::run,
                Runnable::run);
        PostVoidTalk undoing = new PostVoidTalk(
                register.sale,
                register.till,
                model.conversation(),
                new PostVoidTalk.Tools(
                        receipts,
                        this::allow,
                        cards,
                        wallets,
                        new UndonePayments(register.journal),
                        Runnable::run,
                        register.clock,
                        UUID::randomUUID),
                (sale, texts) -> finished.add(sale));
        journal = new JournalTalk(
                register.sale,
                model.conversation(),
                new SaleSearch(register.journal),
                new Ways(undoing),
                this::look,
                Runnable::run);
        model.show();
    }

    /** The way to cards; of this kind one that answers as told. */
    PostVoidTalk.CardMoves cards() throws Exception {
        return new Cards();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    private void look(Runnable task) {
        if (isSlow) {
            later.add(task);
        } else {
            task.run();
        }
    }

    static Reply<ReceiptFound> away() {
        return new Reply.Unreachable<>(
                Notice.of("server.not-there", URI.create("http://127.0.0.1").getHost()));
    }

    /** Item A at 25.00 and B at 12.50, with 25 % tax in the price. */
    void catalogue(ShopRules rules) {
        SnapshotMessage plain = TestStore.snapshot(
                1,
                0,
                List.of(
                        TestStore.item("a", "Item A", "PIECE", "STANDARD", 25_000_000L, "AAAA", null),
                        TestStore.item("b", "Item B", "PIECE", "STANDARD", 12_500_000L, "BBBB", null),
                        TestStore.item("milk", "Milk 1 l", "PIECE", "REDUCED", 1_290_000L, TestStore.MILK_CODE, 1L)),
                TestStore.EPOCH);
        register.catalogues.put(Catalogue.of(new SnapshotMessage(
                plain.number(),
                plain.after(),
                plain.store(),
                new TaxPolicyMessage("IN_PRICE", "PER_LINE", "HALF_UP"),
                List.of(
                        new SnapshotMessage.TaxRate("STANDARD", "S", 250_000L),
                        new SnapshotMessage.TaxRate("REDUCED", "R", 70_000L)),
                plain.departments(),
                plain.items(),
                plain.operators(),
                plain.epoch(),
                plain.pricingRules(),
                rules)));
    }

    FinishedSale sellAsInTheStory() {
        register.sale.add("AAAA");
        register.sale.add("AAAA");
        register.sale.add("BBBB");
        register.sale
                .changes()
                .cart(cart -> cart.withDiscounts(
                        List.of(ManualDiscount.percent("d-1", Rate.percent("10"), "REGULAR", "op-1"))));
        assertThat(register.sale.due()).isEqualTo(euro(5625));
        register.sale.payCash(euro(2000));
        register.sale.payCard(euro(3625), CARD);
        return ((SaleOutcome.Finished) register.sale.finish()).sale();
    }

    /** One of A, 10.00 in cash and 15.00 by phone. */
    FinishedSale sellByPhone() {
        register.sale.add("AAAA");
        register.sale.payCash(euro(1000));
        register.sale.pay(new Payment(
                TenderType.WALLET,
                euro(1500),
                null,
                new TenderParticulars("W00000001", UUID.randomUUID(), null, null)));
        return ((SaleOutcome.Finished) register.sale.finish()).sale();
    }

    static String code(FinishedSale sale) {
        return sale.transactionId().toString();
    }

    Choices list() {
        assertThat(state.choices())
                .as("a list; notice: " + state.notice().text())
                .isNotNull();
        return state.choices();
    }

    List<String> rows() {
        return list().rows().stream()
                .map(row -> row.title() + "|" + row.figure())
                .toList();
    }

    Question question() {
        assertThat(state.question())
                .as("a question; notice: " + state.notice().text())
                .isNotNull();
        return state.question();
    }

    void takeBack(FinishedSale of, String... picks) {
        returning.find(code(of));
        for (String pick : picks) {
            model.choiceMade(pick);
        }
        model.choiceMade("go");
        model.answered("RESELL");
    }

    void pay() {
        refunding.beforePaying(() -> ways.add("tendering"));
    }

    SaleMessage last() {
        return finished.get(finished.size() - 1).sale();
    }

    void allow(NeedsApproval needed, Consumer<SnapshotMessage.Operator> then) {
        needs.add(needed);
        ways.add("asked " + needed.permission() + " " + needed.action() + " " + needed.amount());
        then.accept(TestStore.MANAGER);
    }

    private final class Cards implements PostVoidTalk.CardMoves {

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public CompletableFuture<CardResult> refund(CardRefund refund) {
            asked.add(refund);
            return next();
        }

        @Override
        public CompletableFuture<CardResult> charge(UUID undoes, Money amount) {
            charged.add(amount);
            return next();
        }

        private CompletableFuture<CardResult> next() {
            if (isSlow) {
                slow.add(new CompletableFuture<>());
                return slow.get(slow.size() - 1);
            }
            CardResult next = terminal.poll();
            return next == null
                    ? CompletableFuture.failedFuture(
                            new DeviceException(DeviceKind.CARD_TERMINAL, DeviceException.Trouble.ABSENT))
                    : CompletableFuture.completedFuture(next);
        }
    }

    private final class Wallets implements WalletRefunds {

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public CompletableFuture<WalletAnswer> refund(WalletRequest.Refund request) {
            paidBack.add(request);
            return next();
        }

        @Override
        public CompletableFuture<WalletAnswer> status(UUID refundId) {
            askedAgain.add(refundId);
            return next();
        }

        private CompletableFuture<WalletAnswer> next() {
            WalletAnswer next = gateway.poll();
            return next == null
                    ? CompletableFuture.failedFuture(
                            new DeviceException(DeviceKind.WALLET, DeviceException.Trouble.ABSENT))
                    : CompletableFuture.completedFuture(next);
        }
    }

    private record Ways(PostVoidTalk undoing) implements JournalTalk.Ways {

        @Override
        public void takeBack(FinishedSale of) {}

        @Override
        public void undo(FinishedSale of) {
            undoing.begin(of);
        }
    }

    private final class AfterReturn implements Surroundings.Exits {

        @Override
        public void finished(FinishedSale sale) {
            finished.add(sale);
        }

        @Override
        public void unclear() {
            ways.add("unclear");
        }
    }

    private static final class Exits implements SellingExits {

        @Override
        public void toCash() {}

        @Override
        public void toCard() {}

        @Override
        public void toTillClosing() {}

        @Override
        public void signOff() {}
    }
}
