package org.tillwright.register.till;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Counted;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillClosingState.CountRow;
import org.tillwright.register.till.TillClosingState.ResultRow;
import org.tillwright.register.till.TillCount.Yes;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.shop.Reason;
import org.tillwright.wire.till.TillFigure;
import org.tillwright.wire.till.TillReport;

/**
 * Counts the till and closes it. Counts blindly: what should be in the drawer is not told before what is in it was
 * keyed. Used on the event thread only.
 */
public final class TillClosingModel implements TillClosingIntents {

    private static final String CLOSE = "close";
    private static final String LEAVE = "leave";
    private static final String REASON = "reason:";
    private static final String NUMBER = "approver-number";
    private static final String PIN = "approver-pin";

    /** Reasons that are asked with a key each. */
    private static final int MOST_REASONS = 8;

    private final TillSession till;
    private final Surroundings surroundings;
    private final Exits exits;
    private final Consumer<TillClosingState> view;
    private final CountSheet sheet;
    private final Map<String, String> approver = new HashMap<>();
    private Texts texts;
    private Announcement notice = Announcement.NONE;
    private Asking asking = Asking.NOTHING;
    private @Nullable TillCount found;
    private @Nullable TillSettledMessage settled;

    /** What is asked at the moment. */
    private enum Asking {
        NOTHING,
        TO_CLOSE,
        TO_LEAVE,
        WHY,
        WHO_ALLOWS,
        /** A PIN is being checked. */
        WAITING
    }

    /** What counting asks of what is around it. */
    public record Surroundings(
            Supplier<SnapshotMessage.Operator> operator,
            Supplier<Catalogue> catalogue,
            Approver approver,
            TillDevices devices) {}

    /** Checks who says yes to a difference that the operator may not settle. */
    @FunctionalInterface
    public interface Approver {

        /** Checks number and PIN, and whether that person may; answers later, on the event thread. */
        void check(String number, String pin, TillApprovals.What what, Consumer<Answer> then);
    }

    /**
     * The answer to who was asked.
     *
     * @param yes null for no
     * @param said why not
     */
    public record Answer(@Nullable Yes yes, Announcement said) {}

    public TillClosingModel(
            TillSession till, Surroundings surroundings, Texts texts, Exits exits, Consumer<TillClosingState> view) {
        this.till = till;
        this.surroundings = surroundings;
        this.texts = texts;
        this.exits = exits;
        this.view = view;
        this.sheet = new CountSheet(till);
    }

    public void speak(Texts next) {
        texts = next;
        notice = Announcement.NONE;
        if (settled != null || till.isOpen()) {
            show(); // before, there is nothing to count
        }
    }

    /** Turned to: counting begins anew, with an open drawer. */
    public void begin() {
        sheet.clear();
        approver.clear();
        asking = Asking.NOTHING;
        found = null;
        settled = null;
        notice = Announcement.NONE;
        surroundings.devices().openDrawer();
        show();
    }

    /** True once the till is settled, while what came of it is shown. */
    public boolean isClosed() {
        return settled != null;
    }

    public void say(Announcement next) {
        notice = next;
        show();
    }

    @Override
    public void counted(String rowId, String text) {
        if (rowId.equals(NUMBER) || rowId.equals(PIN)) {
            approver.put(rowId, text.strip());
        } else {
            sheet.key(rowId, text);
            show();
        }
    }

    @Override
    public void byDenomination() {
        sheet.turn();
        show();
    }

    @Override
    public void compare() {
        if (settled != null) {
            exits.closed();
        } else if (asking == Asking.WHO_ALLOWS) {
            checkApprover();
        } else if (asking == Asking.NOTHING) {
            Optional<String> fault = sheet.fault();
            if (!sheet.isCashCounted()) {
                say(Announcement.information(texts.text("till.close.key-cash")));
            } else if (fault.isPresent()) {
                say(Announcement.warning(texts.text("tendering.no-amount", fault.get())));
            } else {
                asking = Asking.TO_CLOSE;
                say(Announcement.NONE);
            }
        }
    }

    @Override
    public void answered(String answerId) {
        Asking asked = asking;
        asking = Asking.NOTHING;
        if (settled != null) {
            exits.closed();
        } else if (asked == Asking.TO_CLOSE && answerId.equals(CLOSE)) {
            TillCount count = sheet.count();
            found = count;
            if (till.differs(count) && !reasons().isEmpty()) {
                asking = Asking.WHY;
                show();
            } else {
                settle(count, null);
            }
        } else if (asked == Asking.TO_LEAVE && answerId.equals(LEAVE)) {
            exits.back();
        } else if (asked == Asking.WHY && answerId.startsWith(REASON)) {
            settle(sheet.count().withReason(answerId.substring(REASON.length()), null), null);
        } else {
            show();
        }
    }

    private void settle(TillCount count, @Nullable Yes yes) {
        found = count;
        TillOutcome outcome = till.settle(count, surroundings.operator().get(), yes);
        if (outcome instanceof TillOutcome.Settled done) {
            settled = done.settled();
            surroundings.devices().settled(done.settled());
            say(Announcement.done(texts.text("till.closed")));
        } else if (outcome instanceof TillOutcome.NeedsApproval needed
                && needed.permission().equals(TillSession.MAY_DIFFER)) {
            approver.clear();
            asking = Asking.WHO_ALLOWS;
            say(Announcement.warning(texts.text("till.close.differs-much")));
        } else {
            say(TillWords.of(outcome, texts));
        }
    }

    /** Bound to this till and this count: another count asks anew. */
    private void checkApprover() {
        TillCount count = found;
        String number = approver.getOrDefault(NUMBER, "");
        String pin = approver.getOrDefault(PIN, "");
        if (count == null || number.isEmpty() || pin.isEmpty()) {
            say(Announcement.information(texts.text("till.close.key-approver")));
            return;
        }
        approver.clear();
        asking = Asking.WAITING;
        say(Announcement.information(texts.text("till.approve.checking")));
        TillApprovals.What what = new TillApprovals.What(
                TillSession.MAY_DIFFER, "OVER_SHORT", till.requireId().toString(), till.difference(count));
        surroundings.approver().check(number, pin, what, answer -> {
            if (asking != Asking.WAITING || !count.equals(found)) {
                return; // the operator left meanwhile
            }
            asking = Asking.NOTHING;
            if (answer.yes() != null) {
                settle(count, answer.yes());
            } else {
                asking = Asking.WHO_ALLOWS;
                say(answer.said());
            }
        });
    }

    @Override
    public void back() {
        if (settled != null) {
            exits.closed();
        } else if (asking == Asking.WHO_ALLOWS || asking == Asking.WAITING) {
            asking = Asking.NOTHING;
            found = null;
            say(Announcement.NONE);
        } else if (asking == Asking.NOTHING && sheet.isBegun()) {
            asking = Asking.TO_LEAVE;
            say(Announcement.NONE);
        } else {
            exits.back();
        }
    }

    private List<Reason> reasons() {
        List<Reason> all = surroundings.catalogue().get().shop().reasons("OVER_SHORT");
        return all.subList(0, Math.min(all.size(), MOST_REASONS));
    }

    // ---------------------------------------------------------------- drawing

    private void show() {
        TillSettledMessage done = settled;
        List<CountRow> rows = done == null ? rows() : List.of();
        Money cash = done == null ? sheet.cash() : countedCash(done);
        view.accept(new TillClosingState(
                texts.text(
                        done != null ? "till.closed.title" : isApproving() ? "till.approve.title" : "till.close.title"),
                done == null
                        ? texts.text(isApproving() ? "till.close.approve-detail" : "till.close.detail")
                        : Counted.text(texts, "till.closed.detail", done.transactionCount()),
                rows,
                done == null ? List.of() : results(done),
                texts.text("till.close.cash"),
                texts.figures().amount(cash),
                notice,
                question(),
                sheet.isByDenomination(),
                aside(done),
                texts.text(
                        done != null ? "selling.sign-off" : isApproving() ? "till.approve.do" : "till.close.compare"),
                done == null && asking == Asking.NOTHING));
    }

    private String aside(@Nullable TillSettledMessage done) {
        if (done == null) {
            return texts.text(isApproving() ? "till.approve.hint" : "till.close.hint");
        }
        TillReport report = done.report();
        List<String> lines = new ArrayList<>();
        if (report != null) {
            for (TillFigure figure : List.of(TillFigure.STILL_SUSPENDED, TillFigure.UNSENT, TillFigure.REFUSED)) {
                if (!report.of(figure).isEmpty()) {
                    lines.add(texts.text("till.closed." + figure.name(), Long.toString(report.countOf(figure))));
                }
            }
        }
        if (lines.isEmpty()) {
            return texts.text("till.closed.nothing-left");
        }
        lines.add(0, texts.text("till.closed.left"));
        lines.add(texts.text("till.closed.left-detail"));
        return String.join("\n", lines);
    }

    private boolean isApproving() {
        return asking == Asking.WHO_ALLOWS || asking == Asking.WAITING;
    }

    private List<CountRow> rows() {
        return isApproving()
                ? List.of(
                        new CountRow(
                                NUMBER,
                                texts.text("till.approve.number"),
                                false,
                                approver.getOrDefault(NUMBER, ""),
                                "",
                                false,
                                false),
                        new CountRow(PIN, texts.text("till.approve.pin"), false, "", "", true, false))
                : sheet.rows(texts);
    }

    private List<ResultRow> results(TillSettledMessage done) {
        return done.counts().stream()
                .map(count -> {
                    long difference = count.countedMinor() - count.expectedMinor();
                    String key = difference == 0 ? "till.right" : difference > 0 ? "till.over" : "till.short";
                    return new ResultRow(
                            texts.text("till.tender." + count.tender()),
                            figures(count.expectedMinor()),
                            figures(count.countedMinor()),
                            texts.text(key, figures(Math.abs(difference))),
                            difference == 0);
                })
                .toList();
    }

    private @Nullable Question question() {
        if (asking == Asking.TO_CLOSE) {
            return new Question(
                    texts.text("till.close.question"),
                    texts.text("till.close.question.detail", texts.figures().amount(sheet.cash())),
                    List.of(
                            new Question.Answer("count", texts.text("till.close.count-again"), false),
                            new Question.Answer(CLOSE, texts.text("till.close.do"), true)));
        } else if (asking == Asking.TO_LEAVE) {
            return new Question(
                    texts.text("till.close.leave"),
                    texts.text("till.close.leave.detail"),
                    List.of(
                            new Question.Answer("count", texts.text("till.close.go-on"), false),
                            new Question.Answer(LEAVE, texts.text("till.close.leave.do"), true)));
        } else if (asking == Asking.WHY) {
            List<Question.Answer> answers = new ArrayList<>();
            answers.add(new Question.Answer("count", texts.text("till.close.count-again"), false));
            String storeLanguage = surroundings.catalogue().get().store().language();
            reasons()
                    .forEach(reason -> answers.add(new Question.Answer(
                            REASON + reason.reasonId(), Shop.nameOf(reason, texts.language(), storeLanguage), false)));
            return new Question(texts.text("till.close.why"), texts.text("till.close.why.detail"), answers);
        }
        return null;
    }

    private Money countedCash(TillSettledMessage done) {
        return done.counts().stream()
                .filter(count -> count.tender().equals(TenderType.CASH.name()))
                .findFirst()
                .map(count -> new Money(currency(), count.countedMinor()))
                .orElse(Money.zero(currency()));
    }

    private Currency currency() {
        TillSettledMessage done = settled;
        return Currency.of(
                done != null
                        ? done.currency()
                        : till.opened()
                                .orElseThrow(() -> new IllegalStateException("no till to count"))
                                .currency());
    }

    private String figures(long minor) {
        return texts.figures().amount(new Money(currency(), minor));
    }

    /** Where this screen leads. */
    public interface Exits {

        /** The till stays open. */
        void back();

        void closed();
    }
}
