/**
 * What is sold: items, their codes, departments and the prices people set. Every change is a publication; old prices stay.
 */
@NullMarked
package org.tillwright.server.catalog;

import org.jspecify.annotations.NullMarked;
