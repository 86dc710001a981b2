/** What an operator hears without looking: that a scan was taken, or that it was not. Never keeps anybody waiting. */
@NullMarked
package org.tillwright.register.sound;

import org.jspecify.annotations.NullMarked;
