package org.tillwright.register.customer;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.pricing.Cart;
import org.tillwright.core.pricing.SaleContext;
import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;
import org.tillwright.wire.value.CustomerFound;

/** Puts a customer on the sale in progress, and takes one off: the goods get the prices that count for that customer. */
final class CustomerSale {

    private final SaleSession sale;

    CustomerSale(SaleSession sale) {
        this.sale = sale;
    }

    Optional<CustomerFound> customer() {
        return Optional.ofNullable(sale.particulars().customer());
    }

    SaleOutcome put(@Nullable CustomerFound customer) {
        return sale.changes()
                .both(cart -> withCustomer(cart, customer), particulars -> particulars.withCustomer(customer));
    }

    private static Cart withCustomer(Cart cart, @Nullable CustomerFound customer) {
        SaleContext now = cart.context();
        Set<String> groups = customer == null ? Set.of() : new HashSet<>(customer.groups());
        return cart.withContext(new SaleContext(
                now.at(),
                now.storeId(),
                groups,
                customer == null ? null : customer.customerId(),
                customer != null && customer.taxExempt(),
                now.couponCodes(),
                now.tender(),
                now.usedByCustomer()));
    }
}
