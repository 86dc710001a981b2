package org.tillwright.register.sale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The states of one sale before its last changes. A payment ends them: what was paid for is not taken back by a key. */
final class UndoSteps {

    /** More than anybody remembers. */
    private static final int MOST = 20;

    private final Deque<SaleInProgress> before = new ArrayDeque<>();

    /** The sale has moved from one state to the next. */
    void moved(SaleInProgress from, SaleInProgress to) {
        boolean isAnother = !from.transactionId().equals(to.transactionId());
        if (isAnother || !from.payments().isEmpty() || !to.payments().isEmpty()) {
            before.clear();
            return;
        }
        if (from.cart().equals(to.cart()) && said(from).equals(said(to))) {
            return;
        }
        if (before.size() == MOST) {
            before.removeLast();
        }
        before.push(from);
    }

    /** How a bill is shared out, or what a kitchen was told, says nothing of the sale. */
    private static Particulars said(SaleInProgress sale) {
        return sale.particulars().withShares(null).withKitchen(null);
    }

    /** The state before the last change, as it can be now: line numbers are not given out again, nor tickets called back. */
    Optional<SaleInProgress> last(SaleInProgress now) {
        return Optional.ofNullable(before.peek()).map(state -> state.withNextLine(now.nextLine())
                .with(state.particulars().withKitchen(now.particulars().kitchen())));
    }

    /** The last change was taken back. */
    void taken() {
        before.poll();
    }
}
