package org.tillwright.register.conversation;

/** What becomes of a choice from a list. */
public interface Choosing {

    void chosen(String id);

    /** What is in the entry field, after each key: narrows the list down; {@link Conversation#refresh} draws it anew. */
    default void typed(String text) {}

    /** Enter was hit while the list is empty. */
    default void entered(String text) {}

    /** Something was scanned; returns false when that means nothing here. */
    default boolean scanned(String code) {
        return false;
    }
}
