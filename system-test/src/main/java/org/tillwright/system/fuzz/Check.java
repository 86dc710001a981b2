package org.tillwright.system.fuzz;

import org.jspecify.annotations.Nullable;

/** Holds one case against the laws, and counts what it met on the way. */
@FunctionalInterface
interface Check<C> {

    /** Returns the first law that {@code one} breaks, or null. */
    @Nullable
    Violation check(C one, Counts met);
}
