package org.tillwright.register.sale;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.approval.ApprovalRequest;
import org.tillwright.register.approval.Share;
import org.tillwright.register.catalogue.Catalogue;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.shop.SellingRules;

/** What became of something that an operator wanted of a sale. Whatever is not {@link Done} changed nothing. */
public sealed interface SaleOutcome {

    /** It was done. */
    sealed interface Done extends SaleOutcome {}

    /**
     * A line is new or has changed.
     *
     * @param gained promotions that take more off the sale than before, and how much more
     */
    record Rung(int lineNumber, List<SaleLine.TakenOff> gained) implements Done {

        public Rung {
            gained = List.copyOf(gained);
        }

        /** No promotion took more off. */
        public Rung(int lineNumber) {
            this(lineNumber, List.of());
        }
    }

    /**
     * A coupon counts from now on.
     *
     * @param gained what promotions take off for it; empty as long as something else is missing
     */
    record CouponTaken(String code, List<SaleLine.TakenOff> gained) implements Done {

        public CouponTaken {
            gained = List.copyOf(gained);
        }
    }

    /** Something else was done: a line voided, a payment taken or given back, the sale given up. */
    record Changed() implements Done {}

    /** The sale is paid and on disk. */
    record Finished(FinishedSale sale) implements Done {}

    /** A copy of a receipt is on its way to the printer: this one of that receipt. */
    record Copied(int number) implements Done {}

    /**
     * The item is sold by weight or measure, and nobody said how much.
     *
     * @param isReturn true when the goods come back
     */
    record NeedsQuantity(Catalogue.Item item, boolean isReturn) implements SaleOutcome {}

    /**
     * The label names the item and leaves open what it costs in all.
     *
     * @param isReturn true when the goods come back
     */
    record NeedsLabel(Catalogue.Item item, boolean isReturn) implements SaleOutcome {}

    /** The item has no price; ring it with one by hand. */
    record NeedsPrice(Catalogue.Item item, Quantity quantity) implements SaleOutcome {}

    /**
     * The shop wants something asked or told before these goods are sold.
     *
     * @param wanted to be rung up once it was answered with yes
     */
    record NeedsConfirmation(Catalogue.Item item, RingUp wanted, SellingRules.Restriction restriction)
            implements SaleOutcome {}

    /** The item is had in several ways, and the customer has to choose; ring it with the choices. */
    record NeedsChoices(Catalogue.Item item, RingUp wanted) implements SaleOutcome {}

    /**
     * The operator may not do this alone; someone who has the permission may, and whose limit allows it.
     *
     * @param action what it is, such as DISCOUNT
     * @param detail what within the sale; null for all of it
     * @param amount what is taken off or given up; null where there is no amount
     * @param share how much of what, where the shop's limits count
     */
    record NeedsApproval(
            String permission, String action, @Nullable String detail, @Nullable Money amount, @Nullable Share share)
            implements SaleOutcome {

        /** Something that no limit counts for. */
        public NeedsApproval(String permission, String action, @Nullable String detail, @Nullable Money amount) {
            this(permission, action, detail, amount, null);
        }

        /** Something that only one thing in a sale can be, named as its permission. */
        public NeedsApproval(String permission) {
            this(
                    permission,
                    permission
                            .substring(permission.indexOf('.') + 1)
                            .toUpperCase(Locale.ROOT)
                            .replace('-', '_'),
                    null,
                    null,
                    null);
        }

        /** What a second person is asked. */
        public ApprovalRequest request(String operatorId, UUID transactionId) {
            return new ApprovalRequest(operatorId, permission, action, transactionId.toString(), detail, amount, share);
        }
    }

    /** It was not done, and this is why. */
    record Said(Notice notice) implements SaleOutcome {}
}
