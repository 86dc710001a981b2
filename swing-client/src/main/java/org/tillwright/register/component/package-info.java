/**
 * The parts that all screens are drawn from: colours, letters, keys, fields, and where they stand. They know nothing of
 * sales.
 */
@NullMarked
package org.tillwright.register.component;

import org.jspecify.annotations.NullMarked;
