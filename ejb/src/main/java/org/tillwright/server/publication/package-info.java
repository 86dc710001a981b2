/**
 * The one number that price books and snapshots carry, and which life of the database gives it out. Whoever changes what registers download takes the next one, and numbers commit in order.
 */
@NullMarked
package org.tillwright.server.publication;

import org.jspecify.annotations.NullMarked;
