/**
 * Takes the registers' records, keeps their bytes, and hands each to the capability of its kind, in one transaction.
 */
@NullMarked
package org.tillwright.server.journal;

import org.jspecify.annotations.NullMarked;
