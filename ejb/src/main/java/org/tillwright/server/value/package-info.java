/**
 * Money that is kept under a number: gift cards, store credit, what customers owe, deposits. One ledger that only grows; what
 * is kept under one number changes under that number's own lock. It never refuses what was sold already.
 */
@NullMarked
package org.tillwright.server.value;

import org.jspecify.annotations.NullMarked;
