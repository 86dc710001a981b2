/**
 * Backups: taken, proved and restored. {@link org.tillwright.boot.backup.Backup} writes,
 * {@link org.tillwright.boot.backup.BackupVerification} proves and {@link org.tillwright.boot.backup.Restore} puts back.
 */
@NullMarked
package org.tillwright.boot.backup;

import org.jspecify.annotations.NullMarked;
