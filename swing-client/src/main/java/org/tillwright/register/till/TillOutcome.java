package org.tillwright.register.till;

import org.tillwright.register.text.Notice;
import org.tillwright.wire.TillOpenedMessage;
import org.tillwright.wire.TillSettledMessage;

/** What became of opening or closing a till. */
public sealed interface TillOutcome {

    record Opened(TillOpenedMessage opened) implements TillOutcome {}

    record Settled(TillSettledMessage settled) implements TillOutcome {}

    /** The operator may not do this. */
    record NeedsApproval(String permission) implements TillOutcome {}

    /** It was not done, and this is why. */
    record Said(Notice notice) implements TillOutcome {}
}
