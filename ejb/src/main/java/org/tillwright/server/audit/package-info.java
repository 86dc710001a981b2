/**
 * What someone may ask about later: who did what, when and where. Rows are added and never changed.
 */
@NullMarked
package org.tillwright.server.audit;

import org.jspecify.annotations.NullMarked;
