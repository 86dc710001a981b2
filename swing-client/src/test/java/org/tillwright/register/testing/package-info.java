/** What the register's tests share: a small shop, a clock, a register on real files, a server over real HTTP. */
package org.tillwright.register.testing;
