/**
 * Everything that can be set, read and checked once. {@link org.tillwright.boot.settings.ServerSettings} is the door of whoever
 * needs them, {@link org.tillwright.boot.settings.SettingsList} of whoever shows them.
 */
@NullMarked
package org.tillwright.boot.settings;

import org.jspecify.annotations.NullMarked;
