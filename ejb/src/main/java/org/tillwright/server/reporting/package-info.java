/**
 * What people print: the queries behind each report, and the totals that it is held against. Reads only, one consistent
 * picture of the books for each report; nobody depends on it.
 */
@NullMarked
package org.tillwright.server.reporting;

import org.jspecify.annotations.NullMarked;
