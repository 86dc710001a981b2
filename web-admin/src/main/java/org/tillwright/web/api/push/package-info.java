/**
 * Tells registers by server-sent events that something newer is published. What is told is only a number; what it stands for
 * a register asks for itself.
 */
@NullMarked
package org.tillwright.web.api.push;

import org.jspecify.annotations.NullMarked;
