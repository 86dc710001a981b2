package org.tillwright.server.journal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.wire.ApprovalMessage;
import org.tillwright.wire.CardSettlementMessage;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.EventMessage;
import org.tillwright.wire.KeyChangedMessage;
import org.tillwright.wire.ReceiptRequestMessage;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleVoidedMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.fiscal.FiscalKind;
import org.tillwright.wire.fiscal.FiscalMessage;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.seal.JournalChain;

/**
 * Finds what no till can mean: amounts beyond any, unknown tenders. Not its times: a clock that lost its battery says 1970,
 * and what happened then happened all the same.
 */
final class MessageCheck {

    /** The same bound as a sale's. */
    private static final long MAX_AMOUNT_MINOR = 1_000_000_000_000_000L;

    private static final Set<String> CARD_MOVES = Set.of("PAYMENT", "REFUND", "REVERSAL");

    private static final String KEY_ID = "[0-9a-f]{16}";

    private final List<Fault> faults = new ArrayList<>();

    private MessageCheck() {}

    static List<Fault> faultsOf(Record message) {
        MessageCheck check = new MessageCheck();
        if (message instanceof TillOpenedMessage opened) {
            check.opened(opened);
        } else if (message instanceof TillSettledMessage settled) {
            check.settled(settled);
        } else if (message instanceof CashMovedMessage moved) {
            check.moved(moved);
        } else if (message instanceof ApprovalMessage approved) {
            check.approved(approved);
        } else if (message instanceof CardSettlementMessage closed) {
            check.closed(closed);
        } else if (message instanceof KeyChangedMessage changed) {
            check.changed(changed);
        } else if (message instanceof FiscalMessage answered) {
            check.answered(answered);
        }
        return List.copyOf(check.faults);
    }

    static String storeIdOf(Record message) {
        if (message instanceof SaleMessage sale) {
            return sale.storeId();
        } else if (message instanceof SaleVoidedMessage voided) {
            return voided.storeId();
        } else if (message instanceof TillOpenedMessage opened) {
            return opened.storeId();
        } else if (message instanceof TillSettledMessage settled) {
            return settled.storeId();
        } else if (message instanceof EventMessage event) {
            return event.storeId();
        } else if (message instanceof CashMovedMessage moved) {
            return moved.storeId();
        } else if (message instanceof ApprovalMessage approved) {
            return approved.storeId();
        } else if (message instanceof ReceiptRequestMessage request) {
            return request.storeId();
        } else if (message instanceof CardSettlementMessage closed) {
            return closed.storeId();
        } else if (message instanceof KeyChangedMessage changed) {
            return changed.storeId();
        } else if (message instanceof FiscalMessage answered) {
            return answered.storeId();
        }
        throw new IllegalStateException("no store in " + message.getClass());
    }

    private void changed(KeyChangedMessage changed) {
        require(KeyChangedMessage.Reason.find(changed.reason()) != null, "reason", "is no known reason");
        require(
                changed.newKeyId().equals(nameOf(changed.newPublicKey())),
                "newKeyId",
                "is not the name of the new key");
        String old = changed.oldKeyId();
        require(old == null || old.matches(KEY_ID), "oldKeyId", "is no name of a key");
    }

    private static @Nullable String nameOf(String publicKey) {
        try {
            return JournalChain.keyId(Base64.getDecoder().decode(publicKey));
        } catch (IllegalArgumentException e) {
            return null; // no Base64, so no key
        }
    }

    private void answered(FiscalMessage answered) {
        require(FiscalKind.find(answered.kind()) != null, "kind", "is no known kind");
        require(answered.ofSequence() >= 1, "ofSequence", "is not above zero");
        FiscalMessage.Signature signature = answered.signature();
        boolean isEither = (signature == null) != (answered.failure() == null);
        require(isEither, "failure", "and signature exclude each other, and one of them is there");
        require(signature == null || signature.number() >= 0, "signature.number", "is negative");
    }

    private void opened(TillOpenedMessage opened) {
        currency(opened.currency());
        amount(opened.floatMinor(), "floatMinor");
        require(opened.floatMinor() >= 0, "floatMinor", "is negative");
    }

    private void moved(CashMovedMessage moved) {
        currency(moved.currency());
        amount(moved.amountMinor(), "amountMinor");
        require(moved.amountMinor() >= 0, "amountMinor", "is negative");
        CashMovedMessage.Kind kind = CashMovedMessage.Kind.find(moved.kind());
        require(kind != null, "kind", "is no known movement");
        require(kind != CashMovedMessage.Kind.NO_SALE || moved.amountMinor() == 0, "amountMinor", "is not zero");
        Long worth = moved.worthMinor();
        if (worth != null) {
            amount(worth, "worthMinor");
            require(worth >= 0, "worthMinor", "is negative");
        }
    }

    private void approved(ApprovalMessage approved) {
        Long minor = approved.amountMinor();
        String currency = approved.currency();
        require((minor == null) == (currency == null), "currency", "and amountMinor are there together or not at all");
        if (minor != null) {
            amount(minor, "amountMinor");
        }
        if (currency != null) {
            currency(currency);
        }
        boolean isKnown =
                approved.means().equals(ApprovalMessage.PIN) || approved.means().equals(ApprovalMessage.BADGE);
        require(isKnown, "means", "is neither PIN nor BADGE");
        // What is signed has each of these on a line of its own.
        Stream.of(approved.action(), approved.permission(), approved.subject(), String.valueOf(approved.detail()))
                .filter(text -> text.chars().anyMatch(Character::isISOControl))
                .findFirst()
                .ifPresent(text -> require(false, "detail", "or another text is not on one line"));
    }

    private void closed(CardSettlementMessage closed) {
        currency(closed.currency());
        Long told = closed.terminalMinor();
        if (told != null) {
            amount(told, "terminalMinor");
        }
        for (int i = 0; i < closed.schemes().size(); i++) {
            amount(closed.schemes().get(i).amountMinor(), "schemes[" + i + "].amountMinor");
        }
        for (int i = 0; i < closed.receipts().size(); i++) {
            CardSettlementMessage.Receipt receipt = closed.receipts().get(i);
            String field = "receipts[" + i + "]";
            amount(receipt.amountMinor(), field + ".amountMinor");
            require(CARD_MOVES.contains(receipt.kind()), field + ".kind", "is no known movement");
            boolean isReversal = receipt.kind().equals("REVERSAL");
            require(isReversal == (receipt.reversedTrace() != null), field + ".reversedTrace", "is a reversal's alone");
        }
        require(closed.openCount() >= 0, "openCount", "is negative");
    }

    private void settled(TillSettledMessage settled) {
        currency(settled.currency());
        Set<String> tenders = new HashSet<>();
        for (int i = 0; i < settled.counts().size(); i++) {
            TillSettledMessage.Count count = settled.counts().get(i);
            String field = "counts[" + i + "]";
            require(TenderType.find(count.tender()) != null, field + ".tender", "is no known tender");
            require(tenders.add(count.tender()), field + ".tender", "is there twice");
            amount(count.expectedMinor(), field + ".expectedMinor");
            amount(count.countedMinor(), field + ".countedMinor");
        }
        Set<String> currencies = new HashSet<>();
        for (int i = 0; i < settled.otherCurrencies().size(); i++) {
            TillSettledMessage.ForeignCount count = settled.otherCurrencies().get(i);
            String field = "foreign[" + i + "]";
            require(Currency.find(count.currency()) != null, field + ".currency", "is no known currency");
            require(currencies.add(count.currency()), field + ".currency", "is there twice");
            amount(count.expectedMinor(), field + ".expectedMinor");
            amount(count.countedMinor(), field + ".countedMinor");
        }
        Long number = settled.zNumber();
        require(number == null || number >= 1, "report.number", "is not above zero");
    }

    private void currency(String code) {
        require(Currency.find(code) != null, "currency", "is no known currency");
    }

    private void amount(long minor, String field) {
        require(minor >= -MAX_AMOUNT_MINOR && minor <= MAX_AMOUNT_MINOR, field, "is beyond any till");
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}
