/**
 * What a register can be wired to, in the shop's words, and the lanes that keep a slow or jammed device away from the
 * sale. Every device may be missing. Nothing here knows a protocol; the packages below do.
 */
@NullMarked
package org.tillwright.register.device;

import org.jspecify.annotations.NullMarked;
