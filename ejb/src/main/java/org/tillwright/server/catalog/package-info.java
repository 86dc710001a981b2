/**
 * What is sold: items, their codes, departments and their prices of today. Every change is a publication; old prices stay.
 */
@NullMarked
package org.tillwright.server.catalog;

import org.jspecify.annotations.NullMarked;
