/**
 * The first start on an empty database: the demo store or the store that settings ask for, and the first secrets. Writes other capabilities' tables as demo data does, once, and never again.
 */
@NullMarked
package org.tillwright.server.setup;

import org.jspecify.annotations.NullMarked;
