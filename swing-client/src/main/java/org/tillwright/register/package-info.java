/** The register: composition of its parts. Business lives in the packages below, and none of them knows this one. */
@NullMarked
package org.tillwright.register;

import org.jspecify.annotations.NullMarked;
