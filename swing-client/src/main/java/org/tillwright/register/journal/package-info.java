/** The register's own database: numbered records that are facts once they are here, what of them still waits, and the draft of the sale in progress. Knows nothing of HTTP or screens. */
@NullMarked
package org.tillwright.register.journal;

import org.jspecify.annotations.NullMarked;
