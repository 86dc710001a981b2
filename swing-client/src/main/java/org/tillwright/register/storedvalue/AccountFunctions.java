package org.tillwright.register.storedvalue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.dialogue.Announcement;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.dialogue.Prompt;
import org.tillwright.register.dialogue.Question;
import org.tillwright.register.function.FunctionId;
import org.tillwright.register.function.Functions;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.register.storedvalue.GiftCardFunctions.Surroundings;
import org.tillwright.register.text.Notice;
import org.tillwright.register.text.Texts;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.value.CustomerFound;
import org.tillwright.wire.value.ValueBalance;
import org.tillwright.wire.value.ValueKind;

/**
 * Takes what customers pay of what they owe, and tells what they may still buy on account. Paying needs no server: it makes a
 * debt smaller whatever it is.
 */
public final class AccountFunctions {

    private static final String KEEP = "keep";
    private static final String TAKE_OFF = "take-off";

    private final SaleSession sale;
    private final MoneyBeside beside;
    private final Conversation conversation;
    private final Balances balances;
    private Consumer<CustomerFound> payer = customer -> {};

    public AccountFunctions(SaleSession sale, Conversation conversation, Surroundings surroundings) {
        this.sale = sale;
        this.beside = new MoneyBeside(sale);
        this.conversation = conversation;
        this.balances = new Balances(surroundings.server(), surroundings.background(), surroundings.eventThread());
    }

    /**
     * Puts the functions in.
     *
     * @param finder asks the operator who it is, where no customer is on the sale
     * @param buyer puts somebody on the sale, so that the receipt says whose account was paid
     */
    public void register(Functions functions, Consumer<Consumer<CustomerFound>> finder, Consumer<CustomerFound> buyer) {
        payer = buyer;
        functions.put(FunctionId.ACCOUNT_PAYMENT, keyed -> begin(finder));
    }

    /** A customer is on the sale: what may still be bought on account is said as soon as it is known. */
    public void tellCredit(CustomerFound customer) {
        Long limit = customer.creditLimitMinor();
        if (limit == null) {
            return;
        }
        Object asked = conversation.open();
        balances.ask(
                ValueKind.ON_ACCOUNT,
                customer.customerId(),
                balance -> {
                    if (conversation.isOpen(asked)
                            && customer.equals(sale.particulars().customer())) {
                        Texts texts = conversation.texts();
                        conversation.say(Announcement.done(texts.text(
                                "account.credit",
                                customer.name(),
                                amount(balance.availableMinor(), balance.currency()),
                                amount(balance.balanceMinor(), balance.currency()))));
                    }
                },
                why -> {
                    // Nobody asked; whoever pays on account will be told.
                });
    }

    private void begin(Consumer<Consumer<CustomerFound>> finder) {
        CustomerFound customer = sale.particulars().customer();
        if (customer == null) {
            finder.accept(this::pays);
        } else {
            pays(customer);
        }
    }

    private void pays(CustomerFound customer) {
        if (beside.has(SaleParticulars.Kind.ACCOUNT_PAYMENT, customer.customerId())) {
            conversation.ask(texts -> alreadyThere(customer, texts), answer -> {
                if (answer.equals(TAKE_OFF)) {
                    told(
                            beside.takeOff(SaleParticulars.Kind.ACCOUNT_PAYMENT, customer.customerId()),
                            Notice.of("account.taken-off", customer.name()));
                }
            });
            return;
        }
        conversation.await(texts -> texts.text("account.asking", customer.name()));
        Object asked = conversation.open();
        balances.ask(
                ValueKind.ON_ACCOUNT,
                customer.customerId(),
                balance -> whileOpen(asked, () -> owed(customer, balance)),
                why -> whileOpen(asked, () -> askAmount(customer, null)));
    }

    private void whileOpen(Object asked, Runnable then) {
        if (conversation.isOpen(asked)) {
            then.run();
        }
    }

    private void owed(CustomerFound customer, ValueBalance balance) {
        Money owed = new Money(Currency.of(balance.currency()), balance.balanceMinor());
        if (owed.minor() <= 0) {
            conversation.leave();
            conversation.say(
                    Announcement.information(conversation.texts().text("account.owes-nothing", customer.name())));
        } else {
            askAmount(customer, owed);
        }
    }

    /** @param owed null when nobody knows now */
    private void askAmount(CustomerFound customer, @Nullable Money owed) {
        conversation.key(texts -> prompt(customer, owed, texts), keyed -> paid(customer, owed, keyed));
    }

    private static Prompt prompt(CustomerFound customer, @Nullable Money owed, Texts texts) {
        return new Prompt(
                owed == null
                        ? texts.text("account.amount.title-unknown", customer.name())
                        : texts.text("account.amount.title", customer.name(), texts.amount(owed)),
                texts.text(owed == null ? "account.amount.detail-unknown" : "account.amount.detail"),
                texts.text("value.amount.hint"),
                false);
    }

    private void paid(CustomerFound customer, @Nullable Money owed, String keyed) {
        Currency currency = sale.catalogue().currency();
        Optional<Money> amount = keyed.isBlank()
                ? Optional.ofNullable(owed)
                : KeyedFigures.amount(keyed, currency).filter(money -> !money.isZero());
        if (amount.isEmpty()) {
            warn(Notice.of("value.amount-unsound"));
        } else if (owed != null && amount.get().minor() > owed.minor()) {
            warn(Notice.of(
                    "account.too-much", customer.name(), conversation.texts().amount(owed)));
        } else {
            if (sale.particulars().customer() == null) {
                payer.accept(customer);
            }
            told(
                    beside.add(SaleParticulars.Kind.ACCOUNT_PAYMENT, customer.customerId(), amount.get()),
                    Notice.of(
                            "account.added",
                            customer.name(),
                            conversation.texts().amount(amount.get())));
        }
    }

    private static Question alreadyThere(CustomerFound customer, Texts texts) {
        return new Question(
                texts.text("account.there.question", customer.name()),
                "",
                List.of(
                        new Question.Answer(KEEP, texts.text("value.there.keep"), false),
                        new Question.Answer(TAKE_OFF, texts.text("value.there.take-off"), false)));
    }

    private void told(SaleOutcome outcome, Notice done) {
        if (outcome instanceof SaleOutcome.Said said) {
            warn(said.notice());
        } else {
            conversation.leave();
            conversation.say(Announcement.done(conversation.texts().text(done)));
        }
    }

    private String amount(long minor, String currency) {
        return conversation.texts().amount(new Money(Currency.of(currency), minor));
    }

    private void warn(Notice notice) {
        conversation.say(Announcement.warning(conversation.texts().text(notice)));
    }
}
