/**
 * Stores, their workstations, and how a register comes to be known by a key of its own.
 */
@NullMarked
package org.tillwright.server.stores;

import org.jspecify.annotations.NullMarked;
