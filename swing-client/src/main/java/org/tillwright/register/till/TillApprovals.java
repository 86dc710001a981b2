package org.tillwright.register.till;

import java.util.function.Consumer;
import org.tillwright.core.money.Money;
import org.tillwright.register.till.TillCount.Yes;

/** Asks a second person for a yes to one thing, in place of whatever is asked on the selling screen. */
public interface TillApprovals {

    /**
     * Asks for a yes.
     *
     * @param what the thing that is to be allowed
     * @param then is given the yes; without one it is not called
     */
    void ask(What what, Consumer<Yes> then);

    /**
     * One thing to be allowed.
     *
     * @param action such as PAID_OUT
     * @param subject id of the till
     */
    record What(String permission, String action, String subject, Money amount) {}
}
