package org.tillwright.register.device.jpos;

import org.jspecify.annotations.Nullable;

/** Something is wrong with {@code jpos.xml}, or with an entry of it. The message is one sentence for whoever keeps the machine. */
public final class JposFileException extends Exception {

    JposFileException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    JposFileException(String sentence) {
        this(sentence, null);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
