/** Every sentence that a person reads at the register, in their language, and the signs that their figures are written with. */
@NullMarked
package org.tillwright.register.text;

import org.jspecify.annotations.NullMarked;
