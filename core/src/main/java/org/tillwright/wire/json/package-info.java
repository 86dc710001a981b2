/**
 * The strict reader and writer of wire records: what is missing, not whole, too long or not there at all is told, every
 * fault at once. Knows no message; decides on no business.
 */
@NullMarked
package org.tillwright.wire.json;

import org.jspecify.annotations.NullMarked;
