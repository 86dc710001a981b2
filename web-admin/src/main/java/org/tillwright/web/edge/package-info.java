/**
 * The edge of every answer, whichever door it leaves by: headers that keep browsers careful, and plain words in place of the
 * container's own error pages.
 */
@NullMarked
package org.tillwright.web.edge;

import org.jspecify.annotations.NullMarked;
