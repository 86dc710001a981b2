package org.tillwright.register;

import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.customer.CustomerCards;
import org.tillwright.register.customer.CustomerFunctions;
import org.tillwright.register.function.Functions;
import org.tillwright.register.orders.OrderDesk;
import org.tillwright.register.orders.OrderFunctions;
import org.tillwright.register.orders.ParkingFunctions;
import org.tillwright.register.selling.CustomerEntry;
import org.tillwright.register.selling.LineFunctions;
import org.tillwright.register.selling.PriceFunctions;
import org.tillwright.register.selling.ReceiptFunctions;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.storedvalue.AccountFunctions;
import org.tillwright.register.storedvalue.GiftCardFunctions;

/** Puts what each function of the selling screen does together with what it works on. Event thread only. */
final class FunctionDesk {

    private final RegisterParts parts;
    private final SellingModel selling;
    private final Functions functions;
    private final CustomerEntry customersOwn;

    FunctionDesk(RegisterParts parts, SellingModel selling, Functions functions, CustomerEntry customersOwn) {
        this.parts = parts;
        this.selling = selling;
        this.functions = functions;
        this.customersOwn = customersOwn;
    }

    void furnish() {
        selling.weighOn(new CounterScale(parts), functions);
        new LineFunctions(parts.sale(), selling.conversation(), selling::currentLine).into(functions);
        new PriceFunctions(parts.sale(), selling).into(functions);
        ReceiptFunctions.put(functions, parts.sale(), selling.conversation(), customersOwn);
        furnishStoredValue();
        furnishOrders();
    }

    /** Parked sales, quotations and goods set aside. */
    private void furnishOrders() {
        OrderDesk desk = new OrderDesk(
                parts.sale(),
                selling.conversation(),
                parts.journal(),
                parts.orders().server(),
                parts.background(),
                parts.platform().eventThread(),
                parts.platform().clock(),
                RegisterOrders.papers(parts.devices(), parts.catalogues(), parts.sale()::texts),
                new SecondPerson(parts, selling.conversation())::ifNeeded,
                selling::finished);
        new ParkingFunctions(desk).register(functions);
        new OrderFunctions(desk).register(functions);
    }

    /** Who buys, and money that is kept under numbers. */
    private void furnishStoredValue() {
        Conversation talk = selling.conversation();
        GiftCardFunctions.Surroundings around = new GiftCardFunctions.Surroundings(
                parts.values()::balance,
                parts.background(),
                parts.platform().eventThread(),
                parts.platform().random());
        AccountFunctions accounts = new AccountFunctions(parts.sale(), talk, around);
        CustomerFunctions customers =
                new CustomerFunctions(parts.sale(), talk, parts.customers(), accounts::tellCredit);
        GiftCardFunctions cards = new GiftCardFunctions(parts.sale(), talk, around);
        customers.register(functions);
        accounts.register(functions, customers::find, customers::put);
        cards.register(functions);
        selling.alsoTakes(new CustomerCards(customers).or(cards));
    }
}
