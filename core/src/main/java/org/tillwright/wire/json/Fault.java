package org.tillwright.wire.json;

/**
 * One thing wrong with a message.
 *
 * @param field where it is, such as {@code lines[3].quantityMilli}
 * @param message what is wrong, one sentence without the field's name
 */
public record Fault(String field, String message) {

    @Override
    public String toString() {
        return field + " " + message;
    }
}
