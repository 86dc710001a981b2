/**
 * What registers download, as one numbered snapshot. Reads only.
 */
@NullMarked
package org.tillwright.server.sync;

import org.jspecify.annotations.NullMarked;
