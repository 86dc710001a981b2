package org.tillwright.register.storedvalue;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.tillwright.register.server.ProblemNotices;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.value.ValueBalance;
import org.tillwright.wire.value.ValueKind;

/** Asks for balances in the background; answers come on the event thread. */
final class Balances {

    private final ValueServer server;
    private final Executor background;
    private final Executor eventThread;

    Balances(ValueServer server, Executor background, Executor eventThread) {
        this.server = server;
        this.background = background;
        this.eventThread = eventThread;
    }

    /** Gives the balance to one, or the sentence why there is none to the other. */
    void ask(ValueKind kind, String number, Consumer<ValueBalance> known, Consumer<Notice> unknown) {
        background.execute(() -> {
            Reply<ValueBalance> reply = server.balance(kind.name(), number);
            eventThread.execute(() -> {
                if (reply instanceof Reply.Answered<ValueBalance> answered) {
                    known.accept(answered.value());
                } else if (reply instanceof Reply.Refused<ValueBalance> refused) {
                    unknown.accept(ProblemNotices.ofValue(refused.problem()));
                } else {
                    unknown.accept(Notice.of("value.unreachable"));
                }
            });
        });
    }
}
