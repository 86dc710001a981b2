/**
 * The frame around the screens: look, key map, header, notice line, and the parts that all screens are drawn from.
 * Knows nothing of sales; it draws what it is given and tells which key was hit.
 */
@NullMarked
package org.tillwright.register.shell;

import org.jspecify.annotations.NullMarked;
