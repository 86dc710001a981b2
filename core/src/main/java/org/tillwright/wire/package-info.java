/**
 * The messages between registers and server, and the one strict reader and writer of them. Every number is boxed, so that
 * a missing one can be told from zero; a component that is not {@code @Nullable} must be there.
 */
@NullMarked
package org.tillwright.wire;

import org.jspecify.annotations.NullMarked;
