/**
 * Writes price books and carts down in the words of the wire, so that what a program made up can be published to a server,
 * or read by a person and priced again by {@code ./pos price}.
 */
@NullMarked
package org.tillwright.system.written;

import org.jspecify.annotations.NullMarked;
