/** The tiles that are tapped, and their pictures. */
@NullMarked
package org.tillwright.register.tile;

import org.jspecify.annotations.NullMarked;
