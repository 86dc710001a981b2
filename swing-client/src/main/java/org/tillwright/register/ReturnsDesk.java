package org.tillwright.register;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.CardRefund;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.receipts.JournalTalk;
import org.tillwright.register.receipts.PostVoidTalk;
import org.tillwright.register.receipts.SaleSearch;
import org.tillwright.register.receipts.UndonePayments;
import org.tillwright.register.returning.BlindReturns;
import org.tillwright.register.returning.OwnReceipts;
import org.tillwright.register.returning.ReceiptFinder;
import org.tillwright.register.returning.RefundDoing;
import org.tillwright.register.returning.RefundTalk;
import org.tillwright.register.returning.ReturnTalk;
import org.tillwright.register.returning.Surroundings;
import org.tillwright.register.returning.WalletRefunds;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.selling.ReceiptFunctions;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.server.ReceiptCalls;
import org.tillwright.register.tendering.TerminalPayments;
import org.tillwright.register.tendering.WalletPayments;
import org.tillwright.wire.sale.ReceiptRef;

/** Puts together what has to do with receipts: goods that come back, the journal, and sales that are undone. */
final class ReturnsDesk {

    private final SaleSession sale;
    private final SellingModel selling;
    private final ReturnTalk returning;
    private final RefundTalk refunding;
    private final JournalTalk journal;
    private final PostVoidTalk undoing;

    /** @param unclear turns to where a person says what became of a card */
    ReturnsDesk(RegisterParts parts, SellingModel selling, Functions functions, Runnable unclear) {
        PaymentLines lines = new PaymentLines(parts);
        this.sale = parts.sale();
        this.selling = selling;
        RegisterPlatform platform = parts.platform();
        ReceiptFinder receipts = new ReceiptFinder(
                new OwnReceipts(parts.journal(), parts.catalogues()),
                new ReceiptCalls(parts::server)::find,
                parts.background(),
                platform.eventThread());
        Surroundings.Allowing allowing = new SecondPerson(parts, selling.conversation())::ask;
        Surroundings around = new Surroundings(
                parts.sale(), selling.conversation(), receipts, allowing, selling::returnGoods, new Exits(unclear));
        Cards cards = new Cards(lines.cards());
        WalletRefunds wallets = new Wallets(lines.wallets());
        this.returning = new ReturnTalk(around, platform.clock());
        this.refunding = new RefundTalk(
                around,
                new RefundDoing(
                        around,
                        cards,
                        wallets,
                        platform.eventThread(),
                        new RefundDoing.Names(platform.random(), platform.ids()),
                        () -> parts.till().businessDay()),
                new BlindReturns(parts.journal()),
                parts.background(),
                platform.eventThread());
        this.undoing = new PostVoidTalk(
                parts.sale(),
                parts.till(),
                selling.conversation(),
                new PostVoidTalk.Tools(
                        receipts,
                        allowing,
                        cards,
                        wallets,
                        new UndonePayments(parts.journal()),
                        platform.eventThread(),
                        platform.clock(),
                        platform.ids()),
                (sale, texts) -> selling.finished(sale));
        this.journal = new JournalTalk(
                parts.sale(),
                selling.conversation(),
                new SaleSearch(parts.journal()),
                new Ways(),
                parts.background(),
                platform.eventThread());
        functions.put(FunctionId.RETURN, returning::begin);
        functions.put(FunctionId.JOURNAL, journal::begin);
        functions.put(FunctionId.POST_VOID, journal::beginUndo);
    }

    /** Goods that come back are looked at before money moves; without any it is paid at once. */
    void beforePaying(Runnable pay) {
        refunding.beforePaying(pay);
    }

    /** A receipt that was scanned without asking for a return; false for any other code. */
    boolean scanned(String code) {
        boolean isReceipt = ReceiptRef.code(code).isPresent() && selling.takesGoods();
        if (isReceipt) {
            returning.find(code);
        }
        return isReceipt;
    }

    private final class Exits implements Surroundings.Exits {

        private final Runnable unclear;

        Exits(Runnable unclear) {
            this.unclear = unclear;
        }

        @Override
        public void finished(FinishedSale finished) {
            selling.finished(finished);
        }

        @Override
        public void unclear() {
            unclear.run();
        }
    }

    private final class Ways implements JournalTalk.Ways {

        @Override
        public void takeBack(FinishedSale of) {
            returning.find(of.transactionId().toString());
        }

        @Override
        public void undo(FinishedSale of) {
            undoing.begin(of);
        }

        @Override
        public boolean canSend() {
            return ReceiptFunctions.canSend(sale);
        }

        @Override
        public void send(FinishedSale of) {
            ReceiptFunctions.sendAgain(of, sale, selling.conversation());
        }
    }

    private record Cards(TerminalPayments cards) implements PostVoidTalk.CardMoves {

        @Override
        public boolean canAsk(UUID undoes) {
            return cards.canAsk(undoes);
        }

        @Override
        public CompletableFuture<CardResult> whatBecame(UUID undoes) {
            return cards.whatBecame(undoes);
        }

        @Override
        public boolean isThere() {
            return cards.isThere();
        }

        @Override
        public CompletableFuture<CardResult> refund(CardRefund refund) {
            return cards.refund(refund);
        }

        @Override
        public CompletableFuture<CardResult> charge(UUID undoes, Money amount) {
            return cards.charge(undoes, amount);
        }
    }

    private record Wallets(WalletPayments payments) implements WalletRefunds {

        @Override
        public boolean isThere() {
            return payments.isThere();
        }

        @Override
        public CompletableFuture<WalletAnswer> refund(WalletRequest.Refund request) {
            return payments.ask(request);
        }

        @Override
        public CompletableFuture<WalletAnswer> status(UUID refundId) {
            return payments.status(refundId);
        }
    }
}
