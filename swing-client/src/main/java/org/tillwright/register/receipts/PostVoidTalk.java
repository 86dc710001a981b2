package org.tillwright.register.receipts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.device.CardResult;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.returning.ReasonTalk;
import org.tillwright.register.returning.ReceiptFinder;
import org.tillwright.register.returning.RefundDoing.CardRefunds;
import org.tillwright.register.returning.Surroundings.Allowing;
import org.tillwright.register.returning.WalletRefunds;
import org.tillwright.register.sale.FinishedSale;
import org.tillwright.register.sale.Permissions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleOutcome.NeedsApproval;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillSession;
import org.tillwright.wire.ApprovalDetail;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.sale.PostVoids;

/**
 * Undoes a finished sale of the open till by another one: every line back, every tender back. What terminals and gateways moved is
 * undone there first.
 */
public final class PostVoidTalk {

    private static final String DO = "do";

    private final SaleSession sale;
    private final TillSession till;
    private final Conversation talk;
    private final Tools tools;
    private final BiConsumer<FinishedSale, Texts> finished;

    /**
     * What undoing works with.
     *
     * @param cards the way back to cards, and from them
     * @param wallets the way back to purses on phones
     * @param undone which payments of a sale were undone already
     */
    public record Tools(
            ReceiptFinder receipts,
            Allowing allowing,
            CardMoves cards,
            WalletRefunds wallets,
            UndonePayments undone,
            Executor answers,
            Clock clock,
            Supplier<UUID> ids) {}

    /** The ways to and from cards. */
    public interface CardMoves extends CardRefunds {

        /** Takes money that this sale had given back to a card; completes exceptionally as {@link #refund} does. */
        CompletableFuture<CardResult> charge(UUID undoes, Money amount);

        /** True if the terminal can be asked what became of the newest request for undoing this sale. */
        default boolean canAsk(UUID undoes) {
            return false;
        }

        /** Asks it; completes with Unknown while it does not say. */
        default CompletableFuture<CardResult> whatBecame(UUID undoes) {
            return CompletableFuture.completedFuture(new CardResult.Unknown("nobody can be asked"));
        }
    }

    public PostVoidTalk(
            SaleSession sale,
            TillSession till,
            Conversation talk,
            Tools tools,
            BiConsumer<FinishedSale, Texts> finished) {
        this.sale = sale;
        this.till = till;
        this.talk = talk;
        this.tools = tools;
        this.finished = finished;
    }

    /** Undoes a sale, after everything that stands in the way was looked at. */
    public void begin(FinishedSale original) {
        Notice obstacle = obstacle(original);
        if (obstacle != null) {
            talk.leave();
            warn(obstacle);
            return;
        }
        talk.await(texts -> texts.text("undoing.looking"));
        Object waiting = talk.open();
        tools.receipts().whetherTouched(original.transactionId(), (isTouched, why) -> {
            if (talk.isOpen(waiting)) {
                talk.leave();
                if (why != null) {
                    warn(why);
                } else if (isTouched) {
                    warn(Notice.of("undoing.touched", number(original)));
                } else {
                    allowed(original);
                }
            }
        });
    }

    private @Nullable Notice obstacle(FinishedSale original) {
        SaleMessage told = original.sale();
        boolean gaveToPhone = told.tenders().stream()
                .anyMatch(tender -> tender.type().equals(TenderType.WALLET.name()) && tender.amountMinor() < 0);
        if (sale.isTraining()) {
            return Notice.of("undoing.training");
        } else if (!sale.isEmpty()) {
            return Notice.of("sale.finish-this-first");
        } else if (!till.isOpen() || !told.tillSessionId().equals(till.requireId())) {
            return Notice.of("undoing.other-till", number(original));
        } else if (PostVoids.isOne(told)) {
            return Notice.of("undoing.undoes", number(original));
        }
        return gaveToPhone ? Notice.of("undoing.phone-refund", number(original)) : null;
    }

    private void allowed(FinishedSale original) {
        boolean may = sale.operator()
                .map(SnapshotMessage.Operator::permissions)
                .filter(permissions -> permissions.contains(Permissions.POST_VOID))
                .isPresent();
        if (may) {
            why(original);
        } else {
            NeedsApproval needed = new NeedsApproval(
                            Permissions.POST_VOID, ApprovalDetail.POST_VOID, null, original.total())
                    .of(original.transactionId());
            tools.allowing().ask(needed, approver -> why(original));
        }
    }

    private void why(FinishedSale original) {
        new ReasonTalk(talk).why(sale.catalogue(), "POST_VOID", "undoing.reason", reason -> confirm(original, reason));
    }

    private void confirm(FinishedSale original, @Nullable String reason) {
        talk.ask(
                texts -> new Question(
                        texts.text("undoing.question", number(original), texts.amount(original.total())),
                        texts.text("undoing.detail", ways(original, texts)),
                        List.of(
                                new Question.Answer("keep", texts.text("undoing.keep"), false),
                                new Question.Answer(DO, texts.text("undoing.do"), true))),
                answer -> {
                    if (answer.equals(DO)) {
                        new PaymentUndoing(sale, talk, tools, original, cards -> record(original, reason, cards))
                                .next();
                    }
                });
    }

    /** What goes back which way; cash and its change in one. */
    private static String ways(FinishedSale original, Texts texts) {
        Map<String, Long> sums = original.sale().tenders().stream()
                .collect(Collectors.groupingBy(
                        SaleMessage.Tender::type, Collectors.summingLong(SaleMessage.Tender::amountMinor)));
        List<String> ways = new ArrayList<>();
        sums.forEach((type, minor) -> ways.add(
                texts.text("refund.way." + type.toLowerCase(Locale.ROOT).replace('_', '-')) + " "
                        + texts.amount(original.money(minor))));
        return String.join(" \u00b7 ", ways);
    }

    // ---------------------------------------------------------------- the record

    private void record(FinishedSale undone, @Nullable String reason, Map<Integer, SaleMessage.Card> cards) {
        Instant now = tools.clock().instant();
        SaleOutcome outcome = sale.books()
                .record((who, open) -> PostVoids.undoing(
                        undone.sale(),
                        new PostVoids.Undoing(
                                tools.ids().get(),
                                open.requireId(),
                                who.operatorId(),
                                open.businessDay(),
                                now,
                                now,
                                cards,
                                reason)));
        talk.leave();
        if (outcome instanceof SaleOutcome.Finished done) {
            finished.accept(done.sale(), talk.texts());
            talk.say(Announcement.done(talk.texts().text("undoing.undone", number(undone))));
        } else if (outcome instanceof SaleOutcome.Said said) {
            talk.say(Announcement.refused(talk.texts().text(said.notice())));
        }
    }

    private static String number(FinishedSale finished) {
        return Long.toString(finished.record().sequence());
    }

    private void warn(Notice notice) {
        talk.say(Announcement.warning(talk.texts().text(notice)));
    }
}
