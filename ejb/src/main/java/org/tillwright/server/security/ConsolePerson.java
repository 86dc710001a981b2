package org.tillwright.server.security;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in at the console, and how the console looks to that person.
 *
 * @param language the person's choice; null when the store's counts
 * @param theme {@code light} or {@code dark}; null for as the machine has it
 * @param storeId the store chosen last; null when none was
 */
public record ConsolePerson(
        String operatorId,
        String number,
        String name,
        Role role,
        @Nullable String language,
        @Nullable String theme,
        @Nullable String storeId) {}
