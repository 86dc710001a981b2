package org.tillwright.register.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.device.DeviceException;
import org.tillwright.register.device.DeviceException.Trouble;
import org.tillwright.register.device.DeviceKind;
import org.tillwright.register.device.PaymentGateway;
import org.tillwright.register.device.WalletAnswer;
import org.tillwright.register.device.WalletRefused;
import org.tillwright.register.device.WalletRequest;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.wallet.WalletRefusal;
import org.tillwright.wire.wallet.WalletRequestMessage;
import org.tillwright.wire.wallet.WalletStateMessage;

/**
 * The payment gateway as the store's server reaches it. Without the server no phone can pay; where an answer was lost, the money
 * may have moved, and that is what is told.
 */
public final class ServerGateway implements PaymentGateway {

    private static final Logger LOG = System.getLogger(ServerGateway.class.getName());

    /** Nothing was taken: there was no connection to send it on, or a server that knows no such payments. */
    private static final Set<String> NEVER_TAKEN = Set.of(
            "server.not-there",
            "server.unknown-host",
            "server.no-tillwright",
            "server.not-trusted",
            "server.no-https",
            "server.certificate-other-name",
            "server.certificate-expired",
            "server.certificate-not-yet");

    private final WalletCalls calls;

    /**
     * @param server the one that the settings name now
     */
    public ServerGateway(Supplier<HttpServer> server) {
        this.calls = new WalletCalls(server);
    }

    @Override
    public WalletAnswer ask(WalletRequest request) throws DeviceException {
        Reply<WalletStateMessage> reply = calls.ask(message(request));
        if (reply instanceof Reply.Answered<WalletStateMessage> answered) {
            return answer(answered.value(), request.paymentId());
        } else if (reply instanceof Reply.Refused<WalletStateMessage> refused) {
            return refused(request, refused.problem());
        }
        String why = ((Reply.Unreachable<WalletStateMessage>) reply).reason().key();
        if (NEVER_TAKEN.contains(why)) {
            throw new DeviceException(DeviceKind.WALLET, Trouble.ABSENT);
        }
        return unclear(request, "the server gave no answer: " + why);
    }

    /** A refusal for good is certain. What passes by itself says nothing of the request before it was lost. */
    private static WalletAnswer refused(WalletRequest request, Problem problem) throws DeviceException {
        LOG.log(Level.WARNING, "wallet payment {0} refused: {1}", request.paymentId(), problem.detail());
        if (problem.code().equals("WALLET_REFUSED")) {
            throw refusal(problem);
        } else if (problem.status() < 500) {
            throw new DeviceException(DeviceKind.WALLET, Trouble.NOT_ALLOWED);
        }
        return unclear(request, "the server answered " + problem.code());
    }

    /** A newer server may have reasons that this register has no words for. */
    private static DeviceException refusal(Problem problem) {
        List<Fault> faults = Lists.of(problem.faults());
        return WalletRefusal.find(faults.isEmpty() ? "" : faults.get(0).field())
                .<DeviceException>map(why -> new WalletRefused(troubleOf(why), why))
                .orElseGet(() -> new DeviceException(DeviceKind.WALLET, Trouble.NOT_UNDERSTOOD));
    }

    private static Trouble troubleOf(WalletRefusal why) {
        return switch (why) {
            case UNREACHABLE -> Trouble.NOT_ANSWERING;
            case NOT_TAKEN -> Trouble.BUSY;
            case NOT_SET_UP, KEY_REFUSED -> Trouble.NOT_ALLOWED;
            case UNSOUND, GIVEN_UP, TOO_MUCH_BACK -> Trouble.NOT_UNDERSTOOD;
        };
    }

    private static WalletAnswer unclear(WalletRequest request, String why) {
        Money amount = request.amount();
        LOG.log(Level.WARNING, "wallet payment {0} of {1}: {2}", request.paymentId(), amount, why);
        return new WalletAnswer.Unclear(why);
    }

    @Override
    public WalletAnswer status(UUID paymentId) throws DeviceException {
        return told(calls.status(paymentId), paymentId);
    }

    @Override
    public WalletAnswer cancel(UUID paymentId) throws DeviceException {
        return told(calls.cancel(paymentId), paymentId);
    }

    private static WalletAnswer told(Reply<WalletStateMessage> reply, UUID paymentId) throws DeviceException {
        if (reply instanceof Reply.Answered<WalletStateMessage> answered) {
            return answer(answered.value(), paymentId);
        }
        boolean isRefused = reply instanceof Reply.Refused<WalletStateMessage>;
        throw new DeviceException(DeviceKind.WALLET, isRefused ? Trouble.NOT_ALLOWED : Trouble.ABSENT);
    }

    private static WalletRequestMessage message(WalletRequest request) {
        boolean isScan = request instanceof WalletRequest.Scan;
        boolean isRefund = request instanceof WalletRequest.Refund;
        return new WalletRequestMessage(
                request.paymentId(),
                isRefund ? "REFUND" : isScan ? "SCAN" : "SHOW",
                request.amount().minor(),
                request.amount().currency().code(),
                request instanceof WalletRequest.Scan scan ? scan.code() : null,
                request instanceof WalletRequest.Refund refund ? refund.reference() : null);
    }

    /** An answer that contradicts itself tells nothing: then the payment is asked about again. */
    private static WalletAnswer answer(WalletStateMessage told, UUID paymentId) {
        if (!told.paymentId().equals(paymentId)) {
            return new WalletAnswer.Unclear("the server answered about another payment");
        }
        return switch (told.state()) {
            case "WAITING" -> new WalletAnswer.Waiting(textOf(told.code()));
            case "PAID" -> paid(told);
            case "DECLINED" -> new WalletAnswer.Declined(reasonOf(told.reason()));
            case "NOT_KNOWN" -> new WalletAnswer.NotKnown();
            default -> new WalletAnswer.Unclear("the server says " + told.state());
        };
    }

    private static WalletAnswer paid(WalletStateMessage told) {
        Currency currency = Currency.find(textOf(told.currency()));
        Long minor = told.amountMinor();
        String reference = told.reference();
        return currency == null || minor == null || minor <= 0 || reference == null || !WalletRequest.isCode(reference)
                ? new WalletAnswer.Unclear("the server says that it is paid, and not what")
                : new WalletAnswer.Paid(new Money(currency, minor), reference);
    }

    private static WalletAnswer.Reason reasonOf(@Nullable String word) {
        for (WalletAnswer.Reason reason : WalletAnswer.Reason.values()) {
            if (reason.name().equals(word)) {
                return reason;
            }
        }
        return WalletAnswer.Reason.REFUSED;
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public void close() {
        // The way to the server is everybody's.
    }
}
