package org.tillwright.register.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tillwright.register.conversation.Choosing;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.customer.CustomerDirectory.Found;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.OwnNumber;

/** The function that says who buys. Event thread only; what takes a moment comes back to it. */
public final class CustomerFunctions {

    private final CustomerSale sale;
    private final Conversation conversation;
    private final CustomerDirectory directory;
    private final Consumer<CustomerFound> taken;

    /**
     * Makes the function for one sale and its screen.
     *
     * @param taken is told who was put on the sale, after it was said
     */
    public CustomerFunctions(
            SaleSession sale, Conversation conversation, CustomerDirectory directory, Consumer<CustomerFound> taken) {
        this.sale = new CustomerSale(sale);
        this.conversation = conversation;
        this.directory = directory;
        this.taken = taken;
    }

    public void register(Functions functions) {
        functions.put(FunctionId.CUSTOMER, this::begin);
    }

    private void begin(String keyed) {
        Optional<CustomerFound> present = sale.customer();
        if (!keyed.isBlank()) {
            search(keyed, this::take);
        } else if (present.isPresent()) {
            conversation.ask(texts -> CustomerWords.present(present.get(), texts), this::answered);
        } else {
            find(this::take);
        }
    }

    private void answered(String answer) {
        if (answer.equals(CustomerWords.OTHER)) {
            find(this::take);
        } else if (answer.equals(CustomerWords.TAKE_OFF)) {
            takeOff();
        }
    }

    /** Asks who it is, and hands on whom the operator chose. */
    public void find(Consumer<CustomerFound> then) {
        conversation.keyOrScan(CustomerWords::prompt, entered -> {
            if (!entered.isBlank()) {
                search(entered, then);
            }
        });
    }

    private void search(String text, Consumer<CustomerFound> then) {
        if (OwnNumber.CUSTOMER_CARD.claims(text) && !OwnNumber.CUSTOMER_CARD.isWhole(text)) {
            find(then);
            warn(Notice.of("customer.card-misread"));
            return;
        }
        conversation.await(texts -> texts.text("customer.looking", text));
        Object asked = conversation.open();
        directory.find(text, found -> {
            if (conversation.isOpen(asked)) {
                found(text, found, then);
            }
        });
    }

    private void found(String text, Found found, Consumer<CustomerFound> then) {
        List<CustomerFound> customers = found.customers();
        if (customers.isEmpty()) {
            find(then);
            warn(
                    found.offline() == null
                            ? Notice.of("customer.nobody", text)
                            : Notice.of("customer.nobody-offline", text));
        } else if (customers.size() == 1 && !found.hasMore()) {
            conversation.leave();
            then.accept(customers.get(0));
        } else {
            FromList list = new FromList(found, then);
            conversation.choose(texts -> CustomerWords.choices(list.rows(), found.hasMore(), texts), list);
        }
    }

    /** Puts somebody on the sale without a word; what stands in the way leaves the sale as it is. */
    public void put(CustomerFound customer) {
        sale.put(customer);
        directory.seen(customer);
    }

    /** Puts somebody on the sale. */
    void take(CustomerFound customer) {
        SaleOutcome outcome = sale.put(customer);
        if (outcome instanceof SaleOutcome.Said said) {
            warn(said.notice());
            return;
        }
        directory.seen(customer);
        String about = CustomerWords.about(customer, conversation.texts());
        conversation.say(Announcement.done(
                about.isEmpty()
                        ? conversation.texts().text("customer.taken", customer.name())
                        : conversation.texts().text("customer.taken-as", customer.name(), about)));
        taken.accept(customer);
    }

    private void takeOff() {
        SaleOutcome outcome = sale.put(null);
        if (outcome instanceof SaleOutcome.Said said) {
            warn(said.notice());
        } else {
            conversation.say(Announcement.done(conversation.texts().text("customer.taken-off")));
        }
    }

    /** A card that says by itself what it is was scanned among the goods. */
    void ofOwnCard(String number) {
        search(number, this::take);
    }

    /** Looks for whoever has this card, which was scanned among the goods; {@code otherwise} when nobody has. */
    void ofCard(String number, Runnable otherwise) {
        conversation.await(texts -> texts.text("customer.looking", number));
        Object asked = conversation.open();
        directory.find(number, found -> {
            boolean isStillAsked = conversation.isOpen(asked);
            if (isStillAsked) {
                conversation.leave();
            }
            Optional<CustomerFound> holder = found.customers().stream()
                    .filter(each -> OwnNumber.canonical(number).equals(each.cardNumber()))
                    .findFirst();
            if (isStillAsked) {
                holder.ifPresentOrElse(this::take, otherwise);
            }
        });
    }

    private void warn(Notice notice) {
        conversation.say(Announcement.warning(conversation.texts().text(notice)));
    }

    /** Typing narrows the found ones down; a scan or another text looks anew. */
    private final class FromList implements Choosing {

        private final Found found;
        private final Consumer<CustomerFound> then;
        private String typed = "";

        FromList(Found found, Consumer<CustomerFound> then) {
            this.found = found;
            this.then = then;
        }

        List<CustomerFound> rows() {
            return found.customers().stream()
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(typed))
                    .toList();
        }

        @Override
        public void typed(String text) {
            typed = text.strip().toLowerCase(Locale.ROOT);
            conversation.refresh();
        }

        @Override
        public void chosen(String id) {
            found.customers().stream()
                    .filter(each -> each.customerId().equals(id))
                    .findFirst()
                    .ifPresent(each -> {
                        conversation.leave();
                        then.accept(each);
                    });
        }

        @Override
        public void entered(String text) {
            if (!text.isBlank()) {
                search(text, then);
            }
        }

        @Override
        public boolean scanned(String code) {
            search(code, then);
            return true;
        }
    }
}
