package org.tillwright.sql;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as it is. The message is one sentence for a person, and says what to do. */
public final class SchemaException extends RuntimeException {

    SchemaException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
