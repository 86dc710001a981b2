/**
 * The papers of what was sold: receipts as the register prints them, read from the record that brought the sale. Reads only,
 * and decides no amount.
 */
@NullMarked
package org.tillwright.server.papers;

import org.jspecify.annotations.NullMarked;
