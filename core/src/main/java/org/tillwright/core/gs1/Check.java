package org.tillwright.core.gs1;

import org.jspecify.annotations.Nullable;

/** One rule of the dictionary for one component of a value. */
@FunctionalInterface
interface Check {

    /** Says what is wrong with the characters from {@code from} up to {@code to}, or null. */
    @Nullable
    Gs1Problem problem(String text, int from, int to);
}
