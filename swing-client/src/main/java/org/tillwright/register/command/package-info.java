/** The commands of the register program: one picocli class each. */
@NullMarked
package org.tillwright.register.command;

import org.jspecify.annotations.NullMarked;
