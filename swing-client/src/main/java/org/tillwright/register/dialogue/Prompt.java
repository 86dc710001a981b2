package org.tillwright.register.dialogue;

/**
 * Something that has to be keyed before the screen goes on.
 *
 * @param title what is asked
 * @param detail what it is about and how to leave
 * @param hint what stands in the empty entry field
 * @param isSecret whether what is keyed must not be read by others
 */
public record Prompt(String title, String detail, String hint, boolean isSecret) {}
