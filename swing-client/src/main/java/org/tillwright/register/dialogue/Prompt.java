package org.tillwright.register.dialogue;

/**
 * Something that has to be keyed before the screen goes on.
 *
 * @param title what is asked
 * @param detail what it is about and how to leave
 * @param hint what stands in the empty entry field
 * @param isSecret whether what is keyed must not be read by others
 * @param figure what a device shows at the moment, such as a weight, large enough for the customer; or empty
 */
public record Prompt(String title, String detail, String hint, boolean isSecret, String figure) {

    /** Something that no device has a figure for. */
    public Prompt(String title, String detail, String hint, boolean isSecret) {
        this(title, detail, hint, isSecret, "");
    }
}
