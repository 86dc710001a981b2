/**
 * What the server counted, as plain figures: what a report says, in no language and on no paper. Whoever asks for a report
 * fills these; they never know how they are shown.
 */
@NullMarked
package org.tillwright.report.content;

import org.jspecify.annotations.NullMarked;
