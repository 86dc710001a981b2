/** The commands a person starts the server with, one class each. Their answer goes to standard output, all else to standard error. */
@NullMarked
package org.tillwright.boot.command;

import org.jspecify.annotations.NullMarked;
