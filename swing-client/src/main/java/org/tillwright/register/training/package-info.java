/** Practising at a real register: sales that are kept, marked and count for nothing, and a guide through the first of them. */
@NullMarked
package org.tillwright.register.training;

import org.jspecify.annotations.NullMarked;
