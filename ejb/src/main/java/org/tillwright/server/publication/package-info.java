/**
 * The one number that price books and snapshots carry. Whoever changes what registers download takes the next one, and numbers commit in order.
 */
@NullMarked
package org.tillwright.server.publication;

import org.jspecify.annotations.NullMarked;
