/** Compiles the templates while the product is built. Not in the product. */
@NullMarked
package org.tillwright.report.build;

import org.jspecify.annotations.NullMarked;
