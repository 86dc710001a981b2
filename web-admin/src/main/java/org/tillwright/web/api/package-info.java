/**
 * The door for registers and other programs: JAX-RS under /api/v1. Calls one service a request and chooses the status; holds
 * no rule of the business and never sees a row.
 */
@NullMarked
package org.tillwright.web.api;

import org.jspecify.annotations.NullMarked;
