/**
 * The file for whoever helps from afar. {@link org.tillwright.boot.support.SupportBundle} is the door.
 */
@NullMarked
package org.tillwright.boot.support;

import org.jspecify.annotations.NullMarked;
