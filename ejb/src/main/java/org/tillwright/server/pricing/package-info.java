/**
 * Tax rates, and price books as they were at any version. Never changes a published version.
 */
@NullMarked
package org.tillwright.server.pricing;

import org.jspecify.annotations.NullMarked;
