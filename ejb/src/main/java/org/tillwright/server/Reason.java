package org.tillwright.server;

import java.util.List;

/**
 * One reason for which the business says no. What a person enters has many, and an enum of the capability names them all, so
 * that a page can say each in the person's own language, at the field that it is about.
 */
public interface Reason {

    /** Where pages find the sentence in the reader's language, such as people.refusal.NUMBER_TAKEN. */
    String key();

    /** What stands in the gaps of that sentence. */
    default List<String> arguments() {
        return List.of();
    }

    /** The field that is to blame, or an empty text when no field is. */
    String field();

    /** The reason in English: a whole sentence that says what to do. */
    String sentence();
}
