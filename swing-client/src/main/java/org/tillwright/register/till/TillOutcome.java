package org.tillwright.register.till;

import org.tillwright.register.text.Notice;
import org.tillwright.wire.CashMovedMessage;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;
import org.tillwright.wire.till.TillReport;

/** What became of something that was wanted of a till. */
public sealed interface TillOutcome {

    record Opened(TillOpenedMessage opened) implements TillOutcome {}

    record Settled(TillSettledMessage settled) implements TillOutcome {}

    /** Cash moved, or the drawer was opened. */
    record Moved(CashMovedMessage moved) implements TillOutcome {}

    /** An X report was taken. */
    record Reported(TillReport report) implements TillOutcome {}

    /** The operator may not do this. */
    record NeedsApproval(String permission) implements TillOutcome {}

    /** It was not done, and this is why. */
    record Said(Notice notice) implements TillOutcome {}
}
