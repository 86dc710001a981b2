/**
 * Clock, randomness, settings, SQL, schema migration and health: what the capabilities stand on. Knows no business.
 */
@NullMarked
package org.tillwright.server.platform;

import org.jspecify.annotations.NullMarked;
