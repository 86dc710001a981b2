package org.tillwright.register.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tillwright.register.testing.TestRegister.euro;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tillwright.core.money.Rate;
import org.tillwright.core.pricing.ManualDiscount;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.Functions;
import org.tillwright.register.journal.JournalException;
import org.tillwright.register.receipts.JournalTalk;
import org.tillwright.register.receipts.PostVoidTalk;
import org.tillwright.register.receipts.SaleSearch;
import org.tillwright.register.receipts.UndoneCards;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Payment;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.selling.SellingExits;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.selling.SellingState;
import org.tillwright.register.server.Reply;
import org.tillwright.register.testing.TestRegister;
import org.tillwright.register.testing.TestStore;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TaxPolicyMessage;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.ReceiptFound;
import org.tillwright.wire.sale.ReceiptRef;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.shop.ReturnRules;
import org.tillwright.wire.shop.ShopRules;

/** Goods that come back, the journal and sales that are undone, told as a shop tells them: without a window, on a real journal. */
class ReturnsAtTheTillTest {

    private static final SaleMessage.Card CARD =
            new SaleMessage.Card("girocard", "4242", "A00001", "52500041", "000001", "0001");

    @TempDir
    Path directory;

    private final Functions functions = new Functions();
    private final Deque<CardResult> terminal = new ArrayDeque<>();
    private final List<CardRefund> asked = new ArrayList<>();
    private final List<FinishedSale> finished = new ArrayList<>();
    private final List<String> ways = new ArrayList<>();
    private final Deque<Reply<ReceiptFound>> server = new ArrayDeque<>();
    private TestRegister register;
    private SellingModel model;
    private SellingState state = SellingState.EMPTY;
    private ReturnTalk returning;
    private RefundTalk refunding;
    private JournalTalk journal;

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
        RefundDoing.CardRefunds cards = new Cards();
        refunding = new RefundTalk(
                around,
                new RefundDoing(around, cards, Runnable::run, RandomGenerator.getDefault(), register.till::businessDay),
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
                        new UndoneCards(register.journal),
                        Runnable::run,
                        register.clock,
                        UUID::randomUUID),
                (sale, texts) -> finished.add(sale));
        journal = new JournalTalk(
                register.sale,
                model.conversation(),
                new SaleSearch(register.journal),
                new Ways(undoing),
                Runnable::run,
                Runnable::run);
        model.show();
    }

    @AfterEach
    void closeShop() throws Exception {
        register.close();
    }

    private static Reply<ReceiptFound> away() {
        return new Reply.Unreachable<>(
                Notice.of("server.not-there", URI.create("http://127.0.0.1").getHost()));
    }

    /** Item A at 25.00 and B at 12.50, with 25 % tax in the price. */
    private void catalogue(ShopRules rules) {
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

    private FinishedSale sellAsInTheStory() {
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

    private static String code(FinishedSale sale) {
        return sale.transactionId().toString();
    }

    private Choices list() {
        assertThat(state.choices())
                .as("a list; notice: " + state.notice().text())
                .isNotNull();
        return state.choices();
    }

    private List<String> rows() {
        return list().rows().stream()
                .map(row -> row.title() + "|" + row.figure())
                .toList();
    }

    private Question question() {
        assertThat(state.question())
                .as("a question; notice: " + state.notice().text())
                .isNotNull();
        return state.question();
    }

    private void takeBack(FinishedSale of, String... picks) {
        returning.find(code(of));
        for (String pick : picks) {
            model.choiceMade(pick);
        }
        model.choiceMade("go");
        model.answered("RESELL");
    }

    private void pay() {
        refunding.beforePaying(() -> ways.add("tendering"));
    }

    private SaleMessage last() {
        return finished.get(finished.size() - 1).sale();
    }

    @Test
    void oneOfTwoComesBackByScanningTheReceiptAndItsMoneyGoesToTheCard() {
        FinishedSale sale = sellAsInTheStory();
        assertThat(sale.sale().taxMinor()).isEqualTo(1125);
        returning.begin("");
        model.scanned(code(sale).substring(0, 18).replace("-", ""));
        assertThat(rows()).containsExactly("All that is left|", "Item A|", "Item B|");
        model.choiceMade("line:1");
        assertThat(rows()).startsWith("Take this back|22.50", "Item A|1 of 2");
        model.choiceMade("go");
        assertThat(question().text()).isEqualTo("Can it be sold again?");
        model.answered("RESELL");
        assertThat(register.sale.due()).isEqualTo(euro(-2250));
        terminal.add(new CardResult.Approved(euro(2250), CARD));
        pay();
        assertThat(rows()).containsExactly("Give it back|", "girocard •••• 4242|22.50");
        model.choiceMade("go");
        assertThat(asked).containsExactly(CardRefund.of(euro(2250)));
        assertThat(last().totalMinor()).isEqualTo(-2250);
        assertThat(last().taxMinor()).isEqualTo(-450);
        assertThat(last().tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.type()).isEqualTo("CARD");
            assertThat(tender.amountMinor()).isEqualTo(-2250);
        });
        assertThat(last().lines().get(0).returned()).isEqualTo(new SaleMessage.ReturnedLine(sale.transactionId(), 1L));
        assertThat(last().lines().get(0).particulars()).isEqualTo(new LineParticulars(null, null, "RESELL"));
    }

    @Test
    void allPartialReturnsSumToWhatWasPaidAndNoMoreComesBack() {
        FinishedSale sale = sellAsInTheStory();
        long cash = 0;
        long card = 0;
        for (String line : List.of("line:1", "line:2", "line:1")) {
            terminal.add(new CardResult.Approved(euro(0), CARD));
            takeBack(sale, line);
            pay();
            model.choiceMade("go");
            for (SaleMessage.Tender tender : last().tenders()) {
                cash += tender.type().equals("CASH") ? tender.amountMinor() : 0;
                card += tender.type().equals("CARD") ? tender.amountMinor() : 0;
            }
        }
        assertThat(finished).hasSize(3);
        assertThat(card).isEqualTo(-3625);
        assertThat(cash).isEqualTo(-2000);
        returning.find(code(sale));
        assertThat(state.notice().text()).contains("came back already");
    }

    @Test
    void moreThanIsLeftIsNotChosenAndWhatWasKeyedStays() {
        FinishedSale sale = sellAsInTheStory();
        returning.find(code(sale));
        model.typing("3");
        model.choiceMade("line:1");
        assertThat(state.notice().text()).isEqualTo("Only 2 of Item A can still come back.");
        model.typing("2");
        model.choiceMade("line:1");
        assertThat(rows()).contains("Item A|2 of 2");
    }

    @Test
    void anExchangeIsOneTransaction() {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        register.sale.add("AAAA");
        assertThat(register.sale.due()).isEqualTo(euro(250));
        pay();
        assertThat(ways).containsExactly("tendering");
        register.sale.payCash(euro(250));
        SaleMessage exchanged =
                ((SaleOutcome.Finished) register.sale.finish()).sale().sale();
        assertThat(exchanged.lines())
                .extracting(SaleMessage.Line::quantityMilli)
                .containsExactly(-1000L, 1000L);
        assertThat(new OwnReceiptsProbe().leftOf(sale)).isEqualTo(5625 - 2250);
    }

    /** Asks this register's own journal what can still go back. */
    private final class OwnReceiptsProbe {

        long leftOf(FinishedSale sale) {
            try {
                return new OwnReceipts(register.journal, register.catalogues)
                        .find(ReceiptRef.code(code(sale)).orElseThrow())
                        .orElseThrow()
                        .receipt()
                        .tenders()
                        .leftMinor();
            } catch (JournalException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whatAGiftCardPaidGoesBackToTheGiftCardFirst() {
        register.sale.add("AAAA");
        register.sale.pay(new Payment(
                TenderType.GIFT_CARD, euro(1000), null, TenderParticulars.reference("TWG1234567890123456")));
        register.sale.payCash(euro(1500));
        FinishedSale sale = ((SaleOutcome.Finished) register.sale.finish()).sale();
        takeBack(sale, "all");
        pay();
        assertThat(rows()).containsExactly("Give it back|", "Gift card …3456|10.00", "Cash|15.00");
        model.choiceMade("go");
        assertThat(last().tenders()).extracting(SaleMessage.Tender::type).containsExactly("GIFT_CARD", "CASH");
        assertThat(last().tenders().get(0).particulars()).isEqualTo(TenderParticulars.reference("TWG1234567890123456"));
    }

    @Test
    void aCardThatIsDeclinedLeavesTheReturnAndAnotherWayIsChosen() {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        terminal.add(new CardResult.Declined(CardResult.Reason.REFUSED, "05"));
        pay();
        model.choiceMade("go");
        assertThat(finished).isEmpty();
        assertThat(state.notice().text()).contains("did not take 22.50 back");
        model.choiceMade("part:0");
        model.answered("STORE_CREDIT");
        model.choiceMade("go");
        assertThat(last().tenders()).singleElement().satisfies(tender -> {
            assertThat(tender.type()).isEqualTo("STORE_CREDIT");
            assertThat(tender.particulars().reference()).startsWith("TWS");
        });
    }

    @Test
    void aCardOfWhichNothingIsHeardKeepsTheReturnUntilAPersonSays() {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        terminal.add(new CardResult.Unknown("the line broke"));
        pay();
        model.choiceMade("go");
        assertThat(ways).containsExactly("unclear");
        assertThat(register.sale.cardAsked()).contains(euro(-2250));
        assertThat(finished).isEmpty();
    }

    @Test
    void aCrashInTheMiddleOfAReturnLosesNothingOfIt() throws Exception {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        register.close();
        register = TestRegister.open(directory);
        catalogue(ShopRules.NONE);
        assertThat(register.sale.recover()).isTrue();
        assertThat(register.sale.due()).isEqualTo(euro(-2250));
        assertThat(register.sale.particulars().returned().values())
                .containsExactly(new SaleMessage.ReturnedLine(sale.transactionId(), 1L));
    }

    @Test
    void anotherRegistersReceiptNeedsTheServer() {
        returning.find("0123-4567-89AB-CDEF");
        assertThat(state.notice().text()).startsWith("The server is away, and this receipt is another register’s.");
    }

    @Test
    void whatNoReceiptHasIsSaid() {
        returning.find("letters in a number");
        assertThat(state.notice().text()).startsWith("“letters in a number” is on no receipt.");
    }

    @Test
    void whatCameBackElsewhereMeanwhileCannotComeBackHere() throws Exception {
        FinishedSale sale = sellAsInTheStory();
        takeBack(sale, "line:1");
        ReceiptFound known = new OwnReceipts(register.journal, register.catalogues)
                .find(ReceiptRef.code(code(sale)).orElseThrow())
                .orElseThrow()
                .receipt();
        server.add(new Reply.Answered<>(new ReceiptFound(
                known.workstationId(),
                known.sequence(),
                known.priceBookVersion(),
                known.taxPolicy(),
                known.timeZone(),
                known.country(),
                known.sale(),
                known.returns(),
                UUID.randomUUID(),
                null)));
        pay();
        assertThat(state.notice().text()).startsWith("Less is left of receipt");
        assertThat(finished).isEmpty();
    }

    @Test
    void withoutAReceiptTheShopsLimitsCount() {
        catalogue(rules(new ReturnRules(null, 2000L, true, 4000L)));
        register.sale.returnCode("AAAA", TestStore.MANAGER);
        pay();
        model.choiceMade("BROKEN");
        model.answered("SCRAP");
        assertThat(ways).containsExactly("asked sales.return-without-receipt");
        assertThat(rows()).containsExactly("Give it back|", "Store credit, a new number|25.00");
        model.choiceMade("go");
        assertThat(last().lines().get(0).particulars()).isEqualTo(new LineParticulars(null, "BROKEN", "SCRAP"));
        register.sale.returnCode("BBBB", TestStore.MANAGER);
        pay();
        model.choiceMade("BROKEN");
        model.answered("RESELL");
        assertThat(last().tenders()).extracting(SaleMessage.Tender::type).containsExactly("STORE_CREDIT");
        model.choiceMade("go");
        register.sale.returnCode("BBBB", TestStore.MANAGER);
        pay();
        model.choiceMade("BROKEN");
        model.answered("RESELL");
        assertThat(state.notice().text()).contains("at most 40.00 a day without receipts, and gave 37.50");
        assertThat(finished).hasSize(2);
    }

    @Test
    void aReceiptThatIsTooOldNeedsAYes() {
        FinishedSale sale = sellAsInTheStory();
        register.clock.pass(Duration.ofDays(40));
        catalogue(rules(new ReturnRules(30L, null, null, null)));
        returning.find(code(sale));
        assertThat(ways).containsExactly("asked sales.return-without-receipt");
    }

    @Test
    void theJournalFindsASaleByWhatAPersonRemembers() {
        FinishedSale sale = sellAsInTheStory();
        register.sellMilkForCash();
        for (String remembered :
                List.of("56.25", "4242", "item b", Long.toString(sale.record().sequence()), code(sale))) {
            journal.begin(remembered);
            assertThat(list().rows()).as(remembered).singleElement().satisfies(row -> assertThat(row.figure())
                    .isEqualTo("56.25"));
        }
        journal.begin("");
        assertThat(list().rows()).extracting(Choices.Row::figure).containsExactly("1.29", "56.25");
        model.typing("no such thing");
        assertThat(list().rows()).isEmpty();
        assertThat(list().nothing()).contains("No sale of this register fits");
    }

    @Test
    void copiesAreMarkedAndCounted() {
        FinishedSale sale = sellAsInTheStory();
        journal.begin("56.25");
        model.choiceMade("sale:" + sale.record().sequence());
        assertThat(rows()).anyMatch(row -> row.startsWith("TOTAL") && row.endsWith("56.25"));
        model.choiceMade("copy");
        assertThat(state.notice().text()).isEqualTo("Copy 1 is being printed.");
        model.choiceMade("copy");
        assertThat(state.notice().text()).isEqualTo("Copy 2 is being printed.");
    }

    @Test
    void anUndoneSaleTakesEverythingBackAndItsCardIsUndoneAtTheTerminal() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Approved(euro(3625), CARD));
        undo(sale);
        assertThat(asked).containsExactly(CardRefund.undoing(euro(3625), CARD));
        assertThat(last().details().postVoidOf()).isEqualTo(sale.transactionId());
        assertThat(last().totalMinor()).isEqualTo(-5625);
        assertThat(register.till.expected().get(TenderType.CASH)).isEqualTo(euro(5000));
        assertThat(register.till.expected().get(TenderType.CARD)).isEqualTo(euro(0));
        journal.beginUndo(Long.toString(sale.record().sequence()));
        model.choiceMade("sale:" + sale.record().sequence());
        assertThat(state.notice().text()).contains("came back already, or it was undone");
    }

    @Test
    void aSaleWhoseCardIsNotUndoneStands() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Declined(CardResult.Reason.REFUSED, "B5"));
        undo(sale);
        assertThat(finished).isEmpty();
        assertThat(state.notice().text()).contains("the sale stands");
    }

    @Test
    void aTerminalThatFellSilentIsNotAskedTwice() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Unknown("the line broke"));
        undo(sale);
        model.answered("look");
        undo(sale);
        assertThat(asked).hasSize(1);
        assertThat(question().text()).isEqualTo("Was the payment of 36.25 undone at the terminal?");
        model.answered("done");
        assertThat(last().details().postVoidOf()).isEqualTo(sale.transactionId());
    }

    @Test
    void aSaleOfWhichGoodsCameBackIsNotUndone() {
        FinishedSale sale = sellAsInTheStory();
        terminal.add(new CardResult.Approved(euro(2250), CARD));
        takeBack(sale, "line:1");
        pay();
        model.choiceMade("go");
        journal.beginUndo("56.25");
        model.choiceMade("sale:" + sale.record().sequence());
        assertThat(state.notice().text()).contains("came back already, or it was undone");
    }

    private void undo(FinishedSale sale) {
        journal.beginUndo("56.25");
        model.choiceMade("sale:" + sale.record().sequence());
        model.answered("do");
    }

    private static ShopRules rules(ReturnRules returns) {
        return new ShopRules(
                null,
                null,
                null,
                null,
                null,
                null,
                returns,
                null,
                null,
                List.of(new Reason("RETURN", "BROKEN", Map.of("en", "Broken"))));
    }

    private void allow(String permission, Consumer<SnapshotMessage.Operator> then) {
        ways.add("asked " + permission);
        then.accept(TestStore.MANAGER);
    }

    private final class Cards implements RefundDoing.CardRefunds {

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public CompletableFuture<CardResult> refund(CardRefund refund) {
            asked.add(refund);
            CardResult next = terminal.poll();
            return next == null
                    ? CompletableFuture.failedFuture(
                            new DeviceException(DeviceKind.CARD_TERMINAL, DeviceException.Trouble.ABSENT))
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
