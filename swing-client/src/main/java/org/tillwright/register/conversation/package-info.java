/**
 * How a function talks with the operator, in place of the tiles: it says, asks, lets key and lets choose, and knows neither
 * screen nor pixel. One conversation at a time; Escape leaves it, and then nothing has changed.
 */
@NullMarked
package org.tillwright.register.conversation;

import org.jspecify.annotations.NullMarked;
