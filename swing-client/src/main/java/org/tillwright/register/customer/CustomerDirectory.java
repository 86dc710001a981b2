package org.tillwright.register.customer;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.server.CustomerServer;
import org.tillwright.register.server.Reply;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.CustomersFound;

/** Finds customers: at the server, and without it among those who were here before. Answers come on the event thread. */
public final class CustomerDirectory {

    private static final long NOT_FOUND = 404;

    /** Customers kept here that are held against the server each time when it has just answered. */
    private static final int CHECKED_AT_ONCE = 3;

    /** Characters of a search; more is a mistake. */
    private static final int MAX_TEXT = 100;

    private final CustomerServer server;
    private final KnownCustomers known;
    private final Executor background;
    private final Executor eventThread;
    private final AtomicInteger nextChecked = new AtomicInteger();

    public CustomerDirectory(CustomerServer server, KnownCustomers known, Executor background, Executor eventThread) {
        this.server = server;
        this.known = known;
        this.background = background;
        this.eventThread = eventThread;
    }

    /**
     * What a search came to.
     *
     * @param hasMore true if the server knows more that fit
     * @param offline why the server did not answer, and these are only those who were here before; null when it did
     */
    public record Found(List<CustomerFound> customers, boolean hasMore, @Nullable Notice offline) {

        public Found {
            customers = List.copyOf(customers);
        }
    }

    /** Finds by card, phone number or parts of a name. */
    public void find(String text, Consumer<Found> then) {
        String looked = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        background.execute(() -> {
            Found found = ask(looked);
            eventThread.execute(() -> then.accept(found));
            if (found.offline() == null) {
                checkSome();
            }
        });
    }

    /** Keeps a customer who is on a sale, to be found without the server next time. */
    public void seen(CustomerFound customer) {
        known.seen(customer);
    }

    private Found ask(String text) {
        Reply<CustomersFound> reply = server.find(text);
        if (reply instanceof Reply.Answered<CustomersFound> answered) {
            List<CustomerFound> customers = answered.value().customers();
            customers.forEach(known::changed);
            if (customers.isEmpty()) {
                known.findByCard(text).ifPresent(gone -> known.gone(gone.customerId()));
            }
            return new Found(customers, answered.value().hasMore(), null);
        } else if (reply instanceof Reply.Refused<CustomersFound> refused) {
            return new Found(
                    known.find(text),
                    false,
                    Notice.of("server.says", refused.problem().detail()));
        }
        return new Found(known.find(text), false, ((Reply.Unreachable<CustomersFound>) reply).reason());
    }

    /** Turn by turn each customer that is kept here is asked for, so that whoever is gone at the server is gone here. */
    private void checkSome() {
        List<String> ids = known.ids();
        for (int i = 0; i < Math.min(CHECKED_AT_ONCE, ids.size()); i++) {
            String id = ids.get(Math.floorMod(nextChecked.getAndIncrement(), ids.size()));
            Reply<CustomerFound> reply = server.get(id);
            if (reply instanceof Reply.Answered<CustomerFound> answered) {
                known.changed(answered.value());
            } else if (reply instanceof Reply.Refused<CustomerFound> refused
                    && refused.problem().status() == NOT_FOUND) {
                known.gone(id);
            }
        }
    }
}
