/**
 * The doors of core for a browser: texts in, texts out, computed by the very classes of the register and the server. The
 * only place that knows TeaVM and that reads JSON without reflection; prices nothing itself.
 */
@NullMarked
package org.tillwright.browser;

import org.jspecify.annotations.NullMarked;
