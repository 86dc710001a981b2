/** Makes QR codes of texts, for screens that phones look at and for simulated paper. */
@NullMarked
package org.tillwright.core.qr;

import org.jspecify.annotations.NullMarked;
