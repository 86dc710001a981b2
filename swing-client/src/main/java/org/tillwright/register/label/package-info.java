/** What stands on a label, and the picture of it. Knows neither screen nor line: whatever has a label printer prints the picture. */
@NullMarked
package org.tillwright.register.label;

import org.jspecify.annotations.NullMarked;
