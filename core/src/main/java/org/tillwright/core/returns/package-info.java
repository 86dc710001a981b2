/**
 * Gives goods, money and points of an earlier sale back, so that any returns in any order sum to what was paid.
 * {@link org.tillwright.core.returns.Refunds} is the door. Never prices what is sold now.
 */
@NullMarked
package org.tillwright.core.returns;

import org.jspecify.annotations.NullMarked;
