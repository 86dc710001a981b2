package org.tillwright.server;

/**
 * One thing that stands in the way of what a person entered. An enum of a capability names them all, so that a page can
 * say each in the person's own language, at the field that it is about.
 */
public interface Reason {

    /** Where pages find the sentence in the reader's language, such as people.refusal.NUMBER_TAKEN. */
    String key();

    /** The field that is to blame, or an empty text when no field is. */
    String field();

    /** The reason in English: a whole sentence that says what to do. */
    String sentence();
}
