/**
 * Who may come in and what they may do: operators, roles, sign-on, tokens, and the secrets of the first start.
 */
@NullMarked
package org.tillwright.server.security;

import org.jspecify.annotations.NullMarked;
