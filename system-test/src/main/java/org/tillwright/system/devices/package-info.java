/**
 * A counter's devices, measured and broken on purpose: {@code ./pos bench devices}, and {@code ./pos faults devices}, which
 * breaks lines and processes at moments thrown by dice while a real register sells, and holds what came of it against what
 * must never happen: a frozen till, a lost sale, a double charge, a receipt that nobody can account for.
 */
@NullMarked
package org.tillwright.system.devices;

import org.jspecify.annotations.NullMarked;
