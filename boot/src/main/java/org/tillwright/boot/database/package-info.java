/**
 * The database that the settings name: the embedded one as a program of its own, or an external one; its state, and MariaDB's
 * tools. {@link org.tillwright.boot.database.OpenDatabase} is the door of commands.
 */
@NullMarked
package org.tillwright.boot.database;

import org.jspecify.annotations.NullMarked;
