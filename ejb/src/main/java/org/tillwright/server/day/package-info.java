/**
 * A store's trading day at a glance: its figures, its hours, its tills, and what needs a look. Reads only; every figure is
 * a sum that the database makes of what the ledgers have.
 */
@NullMarked
package org.tillwright.server.day;

import org.jspecify.annotations.NullMarked;
