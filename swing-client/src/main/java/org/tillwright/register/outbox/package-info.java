/** Tells the server about journalled records, one at a time and in order, for as long as it takes. Never drops one. */
@NullMarked
package org.tillwright.register.outbox;

import org.jspecify.annotations.NullMarked;
