/**
 * What somebody allowed that another may not do: each yes as the register told and signed it, checked, and kept for ever. What
 * does not hold is noted and listed; it never stops a record, because what it allowed has happened.
 */
@NullMarked
package org.tillwright.server.approval;

import org.jspecify.annotations.NullMarked;
