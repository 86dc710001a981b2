/**
 * Sends receipts by e-mail and to phones: a queue in the database, tried with patience until it is done or given up, every
 * attempt noted. Nothing waits for it, and what cannot be sent is told, never lost.
 */
@NullMarked
package org.tillwright.server.delivery;

import org.jspecify.annotations.NullMarked;
