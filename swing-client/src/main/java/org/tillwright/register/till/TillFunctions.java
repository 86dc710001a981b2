package org.tillwright.register.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.Choices;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.CashMovedMessage.Kind;
import org.tillwright.wire.SnapshotMessage;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillReport;

/**
 * The functions of the till on the selling screen: a list of them all, cash that moves without a sale, and reports. Used on the
 * event thread only.
 */
public final class TillFunctions {

    /** The functions in the list, in its order; a shop that does not have one does not see it. */
    private static final List<FunctionId> LISTED = List.of(
            FunctionId.NO_SALE,
            FunctionId.PICKUP,
            FunctionId.LOAN,
            FunctionId.PAID_OUT,
            FunctionId.PAID_IN,
            FunctionId.X_REPORT,
            FunctionId.CLOSE_TILL);

    private static final String LAST_Z = "last-z";
    private static final String OTHER_TILL = "till:";

    private final TillSession till;
    private final Conversation conversation;
    private final TillDevices devices;
    private final Surroundings surroundings;
    private final MovementTalk movements;
    private final LastReport last;

    /**
     * What the functions ask of what is around them.
     *
     * @param closeTill leads to counting the till that is open now
     * @param isFree true while no sale is in progress
     */
    public record Surroundings(
            Supplier<SnapshotMessage.Operator> operator,
            Supplier<Catalogue> catalogue,
            TillApprovals approvals,
            Runnable closeTill,
            Supplier<Boolean> isFree) {}

    public TillFunctions(
            TillSession till,
            LastReport last,
            Conversation conversation,
            TillDevices devices,
            Surroundings surroundings) {
        this.till = till;
        this.last = last;
        this.conversation = conversation;
        this.devices = devices;
        this.surroundings = surroundings;
        this.movements = new MovementTalk(till, conversation, devices, surroundings);
    }

    /** Puts the functions where keys, keyboard and barcodes find them. */
    public void register(Functions functions) {
        functions.put(FunctionId.TILL, keyed -> list(functions));
        functions.put(FunctionId.NO_SALE, keyed -> movements.begin(Kind.NO_SALE, ""));
        functions.put(FunctionId.LOAN, keyed -> movements.begin(Kind.LOAN, keyed));
        functions.put(FunctionId.PICKUP, keyed -> movements.begin(Kind.PICKUP, keyed));
        functions.put(FunctionId.PAID_IN, keyed -> movements.begin(Kind.PAID_IN, keyed));
        functions.put(FunctionId.PAID_OUT, keyed -> movements.begin(Kind.PAID_OUT, keyed));
        functions.put(FunctionId.X_REPORT, keyed -> xReport());
    }

    // ---------------------------------------------------------------- the list

    private void list(Functions functions) {
        conversation.choose(texts -> choices(functions, texts), new Choosing() {
            @Override
            public void chosen(String id) {
                choose(functions, id);
            }
        });
    }

    private Choices choices(Functions functions, Texts texts) {
        List<Choices.Row> rows = new ArrayList<>();
        for (FunctionId id : LISTED) {
            if (functions.has(id, surroundings.catalogue().get().shop())) {
                rows.add(new Choices.Row(
                        id.name(),
                        id.key(texts).label(),
                        texts.text("till.list." + id.name()),
                        id.key(texts).shown()));
            }
        }
        rows.add(new Choices.Row(LAST_Z, texts.text("till.list.last-z"), texts.text("till.list.last-z.detail"), ""));
        for (TillOpenedMessage other : otherTills()) {
            rows.add(new Choices.Row(
                    OTHER_TILL + other.tillSessionId(),
                    texts.text("till.list.other", nameOf(other)),
                    texts.text("till.list.other.detail"),
                    ""));
        }
        return new Choices(
                texts.text("till.list.title"),
                texts.text("till.list.detail"),
                texts.text("till.list.hint"),
                rows,
                texts.text("till.list.hint"));
    }

    private void choose(Functions functions, String id) {
        conversation.leave();
        if (id.equals(LAST_Z)) {
            printLastZ();
        } else if (id.startsWith(OTHER_TILL)) {
            closeOther(id.substring(OTHER_TILL.length()));
        } else {
            functions.run(FunctionId.valueOf(id), "");
        }
    }

    /** Tills that others left open, where each has their own. */
    private List<TillOpenedMessage> otherTills() {
        return till.openTills().stream()
                .filter(other -> till.opened().filter(other::equals).isEmpty())
                .toList();
    }

    private String nameOf(TillOpenedMessage other) {
        return surroundings
                .catalogue()
                .get()
                .operatorById(other.operatorId())
                .map(SnapshotMessage.Operator::name)
                .orElse(other.operatorId());
    }

    /** Somebody went home and left a till open: who may settle a difference may count it for them. */
    private void closeOther(String id) {
        if (!surroundings.isFree().get()) {
            say("selling.finish-first");
            return;
        }
        otherTills().stream()
                .filter(other -> other.tillSessionId().toString().equals(id))
                .findFirst()
                .ifPresent(other -> {
                    if (surroundings.operator().get().permissions().contains(TillSession.MAY_DIFFER)) {
                        till.take(other);
                        surroundings.closeTill().run();
                    } else {
                        surroundings
                                .approvals()
                                .ask(
                                        new TillApprovals.What(
                                                TillSession.MAY_DIFFER,
                                                "SETTLE_OTHER_TILL",
                                                id,
                                                Money.zero(Currency.of(other.currency()))),
                                        yes -> {
                                            till.take(other);
                                            surroundings.closeTill().run();
                                        });
                    }
                });
    }

    // ---------------------------------------------------------------- reports

    private void xReport() {
        TillOutcome outcome = till.takeX(surroundings.operator().get());
        if (outcome instanceof TillOutcome.Reported done) {
            devices.report(done.report());
            TillReport report = done.report();
            conversation.say(
                    Announcement.done(conversation.texts().text("till.x-taken", Long.toString(report.number()))));
        } else {
            conversation.say(TillWords.of(outcome, conversation.texts()));
        }
    }

    private void printLastZ() {
        Optional<TillSettledMessage> found = last.find();
        found.ifPresentOrElse(this::printAgain, () -> say("till.no-z"));
    }

    /** On disk first: a copy of a report is something that somebody may ask about later. */
    private void printAgain(TillSettledMessage settled) {
        Notice obstacle = till.copied(settled, surroundings.operator().get());
        Texts texts = conversation.texts();
        if (obstacle == null) {
            devices.copy(settled);
            conversation.say(Announcement.done(texts.text("till.z-copied", String.valueOf(settled.zNumber()))));
        } else {
            conversation.say(Announcement.refused(texts.text(obstacle)));
        }
    }

    private void say(String key) {
        conversation.say(Announcement.warning(conversation.texts().text(key)));
    }
}
