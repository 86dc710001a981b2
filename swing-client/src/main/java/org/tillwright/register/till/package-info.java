/** The till: opened with a float, counted at the end, and what should be in it between the two. */
@NullMarked
package org.tillwright.register.till;

import org.jspecify.annotations.NullMarked;
