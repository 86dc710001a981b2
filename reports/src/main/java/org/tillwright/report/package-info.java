/**
 * Turns what the server counted into reports: PDF for paper, XLSX for calculating on. Knows amounts and words, and nothing of
 * the server, its tables or its clock.
 */
@NullMarked
package org.tillwright.report;

import org.jspecify.annotations.NullMarked;
