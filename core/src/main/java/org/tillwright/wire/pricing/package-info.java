/**
 * The rules of prices as one document, carts, and how both become what the pricing engine works with, so that register and
 * server cannot read them two ways. Knows nothing of items' names, of sales or of where the document is kept.
 */
@NullMarked
package org.tillwright.wire.pricing;

import org.jspecify.annotations.NullMarked;
