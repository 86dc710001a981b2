package org.tillwright.register.selling;

import org.tillwright.register.sale.SaleOutcome;
import org.tillwright.register.sale.SaleSession;

/** Leads from selling to paying, once whatever was taken off by hand is allowed as it is now. */
public final class PayKeys {

    private final SellingModel selling;
    private final SaleSession sale;

    PayKeys(SellingModel selling, SaleSession sale) {
        this.selling = selling;
        this.sale = sale;
    }

    /** Goes on with {@code pay} if there is something to pay, at once or after somebody has approved what is off by hand. */
    public void whenAllowed(Runnable pay) {
        if (!(selling.awaited() instanceof Awaited.Nothing) || sale.isEmpty()) {
            selling.sayWhatIsFirst();
            return;
        }
        SaleOutcome.NeedsApproval missing = sale.discounts().unallowed().orElse(null);
        if (missing == null) {
            pay.run();
        } else {
            selling.told(missing, approver -> sale.discounts().allow(missing, approver), () -> whenAllowed(pay));
        }
    }
}
