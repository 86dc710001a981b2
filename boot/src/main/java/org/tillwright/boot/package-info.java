/** The server's program: its entry. Each of its words is a class in {@code command}, and what these ask for has a package of its own. */
@NullMarked
package org.tillwright.boot;

import org.jspecify.annotations.NullMarked;
