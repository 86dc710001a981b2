/** A cash drawer that somebody forgot to shut. Knows neither hardware nor screen: both tell it what they see. */
@NullMarked
package org.tillwright.register.drawer;

import org.jspecify.annotations.NullMarked;
