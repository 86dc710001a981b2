/**
 * Prices and tax rates over time: those that begin on a day to come, and price books as they were at any version. Never
 * changes a published version.
 */
@NullMarked
package org.tillwright.server.pricing;

import org.jspecify.annotations.NullMarked;
