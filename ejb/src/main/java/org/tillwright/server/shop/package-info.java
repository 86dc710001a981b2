/**
 * How each store sells: functions, tenders, limits, reasons and papers, as one published document a store. Old documents stay:
 * what was allowed at a time is looked up as it was then.
 */
@NullMarked
package org.tillwright.server.shop;

import org.jspecify.annotations.NullMarked;
