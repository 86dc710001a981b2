package org.tillwright.register.dialogue;

/**
 * A key of a function.
 *
 * @param id what the model is told
 * @param keyStroke key of the keyboard that does the same, such as {@code F5} or {@code ctrl D}
 * @param shown how that key is written on this one, such as {@code Ctrl+D}
 */
public record FunctionKey(String id, String label, String keyStroke, String shown) {}
