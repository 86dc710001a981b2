package org.tillwright.register;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.tillwright.register.cards.CardDesk;
import org.tillwright.register.cards.CardFunctions;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.DeviceLane;
import org.tillwright.register.device.PaymentGateway;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.outbox.OutboxStatus;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.server.Reply;
import org.tillwright.register.server.ValueCalls;
import org.tillwright.register.tendering.ApproverAtHand;
import org.tillwright.register.tendering.CreditNumbers;
import org.tillwright.register.tendering.TenderingModel;
import org.tillwright.register.tendering.TerminalPayments;
import org.tillwright.register.tendering.ValuePayments;
import org.tillwright.register.tendering.WalletPayments;
import org.tillwright.wire.value.ValueAuthorization;
import org.tillwright.wire.value.ValueAuthorizationRequest;
import org.tillwright.wire.value.ValueBalance;

/** The ways to those who are asked while a customer pays: terminal and gateway behind their lanes, the server in the background. */
final class PaymentLines {

    /** What a card holds that somebody practises with. */
    private static final long PRACTISED_MINOR = 1_000_000L;

    private final RegisterParts parts;
    private final CardDesk desk;
    private final TerminalPayments cards;

    PaymentLines(RegisterParts parts) {
        this.parts = parts;
        RegisterPlatform platform = parts.platform();
        this.desk =
                new CardDesk(() -> parts.devices().cardTerminal(), parts.journal(), platform.clock(), platform.ids());
        this.cards = new TerminalPayments(parts.sale(), desk, this::stopTerminal);
    }

    /** What the tendering screen asks while a customer pays. */
    TenderingModel.Surroundings surroundings(Functions functions, TenderingModel.TenderingExits exits) {
        SaleSession sale = parts.sale();
        return new TenderingModel.Surroundings(
                cards,
                wallets(),
                values(),
                new CreditNumbers(parts.platform().random()),
                talk -> new ApproverAtHand(sale, parts.approvals(), talk),
                () -> functions.has(FunctionId.BILL_SPLIT, sale.catalogue().shop()),
                parts.platform().ids(),
                parts.platform().clock(),
                parts.platform().eventThread(),
                exits);
    }

    TerminalPayments cards() {
        return cards;
    }

    /** What is done at the terminal beside payments. */
    CardFunctions cardFunctions(Conversation talk) {
        return new CardFunctions(
                desk,
                parts.sale(),
                talk,
                new SecondPerson(parts, talk)::ifNeeded,
                parts.platform().eventThread());
    }

    private void stopTerminal() {
        parts.devices().cardTerminal().map(DeviceLane::device).ifPresent(terminal -> parts.background()
                .execute(terminal::cancel));
    }

    WalletPayments wallets() {
        return new Wallets();
    }

    ValuePayments values() {
        return new Values(new ValueCalls(parts::server));
    }

    /** The payment gateway behind its lane. */
    private final class Wallets implements WalletPayments {

        @Override
        public boolean isThere() {
            return parts.sale().isTraining() || parts.devices().wallet().isPresent();
        }

        @Override
        public boolean isReached() {
            return parts.sale().isTraining() || parts.watch().status().connection() != OutboxStatus.Connection.OFFLINE;
        }

        @Override
        public CompletableFuture<WalletAnswer> ask(WalletRequest request) {
            if (parts.sale().isTraining()) {
                return CompletableFuture.completedFuture(
                        new WalletAnswer.Paid(request.amount(), "TRAINING")); // no gateway is asked
            }
            return asked(gateway -> gateway.ask(request));
        }

        @Override
        public CompletableFuture<WalletAnswer> status(UUID paymentId) {
            return asked(gateway -> gateway.status(paymentId));
        }

        @Override
        public CompletableFuture<WalletAnswer> cancel(UUID paymentId) {
            return asked(gateway -> gateway.cancel(paymentId));
        }

        private CompletableFuture<WalletAnswer> asked(DeviceLane.Question<PaymentGateway, WalletAnswer> question) {
            return parts.devices().wallet().map(lane -> lane.ask(question)).orElseGet(() -> absent(DeviceKind.WALLET));
        }
    }

    /** The server, asked in the background. */
    private final class Values implements ValuePayments {

        private final ValueCalls calls;

        Values(ValueCalls calls) {
            this.calls = calls;
        }

        @Override
        public CompletableFuture<Reply<ValueBalance>> balance(String kind, String number) {
            if (parts.sale().isTraining()) {
                return practised(new ValueBalance(
                        kind, number, parts.sale().total().currency().code(), PRACTISED_MINOR, PRACTISED_MINOR, null));
            }
            return inBackground(() -> calls.balance(kind, number));
        }

        @Override
        public CompletableFuture<Reply<ValueAuthorization>> authorize(ValueAuthorizationRequest request) {
            if (parts.sale().isTraining()) {
                return practised(
                        new ValueAuthorization(request.authorizationId(), request.amountMinor(), PRACTISED_MINOR));
            }
            return inBackground(() -> calls.authorize(request));
        }

        @Override
        public CompletableFuture<Reply<Boolean>> release(UUID authorizationId) {
            return parts.sale().isTraining() ? practised(true) : inBackground(() -> calls.release(authorizationId));
        }

        /** Nothing is set aside while somebody practises. */
        private static <T> CompletableFuture<Reply<T>> practised(T value) {
            return CompletableFuture.completedFuture(new Reply.Answered<>(value));
        }

        private <T> CompletableFuture<Reply<T>> inBackground(Supplier<Reply<T>> call) {
            return CompletableFuture.supplyAsync(call, parts.background());
        }
    }

    private static <T> CompletableFuture<T> absent(DeviceKind device) {
        return CompletableFuture.failedFuture(new DeviceException(device, DeviceException.Trouble.ABSENT));
    }
}
