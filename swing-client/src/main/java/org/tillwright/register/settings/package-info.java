/** What a person configured at this register, and who the register is: its settings, its home directory and its key pair. */
@NullMarked
package org.tillwright.register.settings;

import org.jspecify.annotations.NullMarked;
