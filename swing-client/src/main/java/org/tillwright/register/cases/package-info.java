/**
 * Prices what stands in a file, for people who check a configuration or compare this engine with another: tax cases with
 * the figures of {@code ./pos price}, and whole carts. Reads and writes JSON; works nothing out itself that the core knows.
 */
@NullMarked
package org.tillwright.register.cases;

import org.jspecify.annotations.NullMarked;
