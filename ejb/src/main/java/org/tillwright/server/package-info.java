/** What every capability of the store server shares: how the business says no, and the names of the roles. */
@NullMarked
package org.tillwright.server;

import org.jspecify.annotations.NullMarked;
