package org.tillwright.register;

import org.tillwright.register.conversation.Conversation;
import org.tillwright.register.customer.CustomerCards;
import org.tillwright.register.customer.CustomerFunctions;
import org.tillwright.register.function.Functions;
import org.tillwright.register.selling.ReceiptFunctions;
import org.tillwright.register.selling.SellingModel;
import org.tillwright.register.storedvalue.AccountFunctions;
import org.tillwright.register.storedvalue.GiftCardFunctions;

/** Puts what each function of the selling screen does together with what it works on. Event thread only. */
final class FunctionDesk {

    private final RegisterParts parts;
    private final SellingModel selling;
    private final Functions functions;

    FunctionDesk(RegisterParts parts, SellingModel selling, Functions functions) {
        this.parts = parts;
        this.selling = selling;
        this.functions = functions;
    }

    void furnish() {
        ReceiptFunctions.put(functions, parts.sale(), selling.conversation());
        furnishStoredValue();
        ReceiptFunctions.put(functions, parts.sale(), selling.conversation());
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
        accounts.register(functions, customers::find);
        cards.register(functions);
        selling.alsoTakes(new CustomerCards(customers).or(cards));
    }
}
