package org.tillwright.register.orders;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.Problem;

/** Asks the server beside the event thread, while the operator sees that something is waited for and may leave. */
final class Asking {

    private final OrderDesk desk;

    Asking(OrderDesk desk) {
        this.desk = desk;
    }

    /**
     * Asks, and hands the answer on unless the operator has left meanwhile.
     *
     * @param waiting key of what is shown meanwhile
     * @param late gets an answer that comes after the operator has left
     */
    <T> void ask(String waiting, Supplier<Reply<T>> question, Consumer<Reply<T>> then, Consumer<Reply<T>> late) {
        desk.talk().await(texts -> texts.text(waiting));
        Object open = desk.talk().open();
        desk.background().execute(() -> {
            Reply<T> reply = question.get();
            desk.eventThread().execute(() -> {
                if (desk.talk().isOpen(open)) {
                    desk.talk().leave();
                    then.accept(reply);
                } else {
                    late.accept(reply);
                }
            });
        });
    }

    <T> void ask(String waiting, Supplier<Reply<T>> question, Consumer<Reply<T>> then) {
        ask(waiting, question, then, reply -> {});
    }

    /** Why there is no answer to work with. */
    static Notice reason(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            return refusal(refused.problem());
        } else if (reply instanceof Reply.Unreachable<?> unreachable) {
            return unreachable.reason();
        }
        throw new IllegalStateException("an answer is no reason");
    }

    /** What the server's refusals mean, in the register's words. */
    private static Notice refusal(Problem problem) {
        return switch (problem.code()) {
            case "TAKEN_ELSEWHERE" -> Notice.of("orders.taken-elsewhere");
            case "ORDER_CLOSED" -> Notice.of("orders.closed");
            case "NOT_FOUND" -> Notice.of("orders.not-found");
            default -> Notice.of("server.says", problem.detail());
        };
    }

    static boolean isTakenElsewhere(Reply<?> reply) {
        return reply instanceof Reply.Refused<?> refused
                && refused.problem().code().equals("TAKEN_ELSEWHERE");
    }

    /** True if another sale may begin here; says why not. */
    boolean isFree() {
        boolean isEmpty = desk.sale().isEmpty();
        if (!isEmpty) {
            warn("orders.finish-or-park");
        } else if (desk.sale().isTraining()) {
            warn("training.not-this");
        }
        return isEmpty && !desk.sale().isTraining();
    }

    void warn(Notice notice) {
        desk.talk().say(Announcement.warning(desk.talk().texts().text(notice)));
    }

    void warn(String key, String... arguments) {
        warn(Notice.of(key, arguments));
    }

    void done(String key, String... arguments) {
        desk.talk().say(Announcement.done(desk.talk().texts().text(key, arguments)));
    }
}
