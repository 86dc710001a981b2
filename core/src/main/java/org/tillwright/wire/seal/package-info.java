/** What makes a register's journal provable: each record is sealed with the register's key, over all the records before it. */
@NullMarked
package org.tillwright.wire.seal;

import org.jspecify.annotations.NullMarked;
