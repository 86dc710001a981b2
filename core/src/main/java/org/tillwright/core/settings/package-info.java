/**
 * The one catalogue of what can be set from outside, with the checks that its readers use. Reads nothing itself: whoever
 * asks brings the texts.
 */
@NullMarked
package org.tillwright.core.settings;

import org.jspecify.annotations.NullMarked;
