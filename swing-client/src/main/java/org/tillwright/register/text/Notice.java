package org.tillwright.register.text;

import java.util.List;

/**
 * One sentence to a person, not yet in their language: a key of the message bundles and what stands in its places.
 *
 * @param key such as {@code sale.unknown-code}
 * @param arguments already written as people read them: names, codes, amounts
 */
public record Notice(String key, List<String> arguments) {

    public Notice {
        arguments = List.copyOf(arguments);
    }

    public static Notice of(String key, String... arguments) {
        return new Notice(key, List.of(arguments));
    }
}
