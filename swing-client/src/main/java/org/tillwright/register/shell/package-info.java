/**
 * The frame around the screens: the window, its header, its help, and which screen is shown. Knows nothing of sales; it
 * draws what it is given and tells which key was hit.
 */
@NullMarked
package org.tillwright.register.shell;

import org.jspecify.annotations.NullMarked;
