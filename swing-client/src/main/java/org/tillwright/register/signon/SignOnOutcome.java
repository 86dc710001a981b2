package org.tillwright.register.signon;

import java.time.Instant;
import org.tillwright.register.text.Notice;
import org.tillwright.wire.SnapshotMessage;

/** What became of a number and a PIN. */
public sealed interface SignOnOutcome {

    record SignedOn(SnapshotMessage.Operator operator) implements SignOnOutcome {}

    /**
     * Number and PIN do not belong together; which of the two is wrong is not told.
     *
     * @param triesLeft before the number is locked
     */
    record Wrong(int triesLeft) implements SignOnOutcome {}

    /** Too many wrong PINs; nobody signs on with this number before that time. */
    record Locked(Instant until) implements SignOnOutcome {}

    /** It could not be tried, and this is why. */
    record Said(Notice notice) implements SignOnOutcome {}
}
