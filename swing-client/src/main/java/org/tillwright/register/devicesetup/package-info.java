/**
 * Lets a person set up the register's devices without writing addresses: finds ports, offers what each device can be spoken
 * to with, tries it, and keeps what was seen to work. Opens nothing by itself; knows no sale.
 */
@NullMarked
package org.tillwright.register.devicesetup;

import org.jspecify.annotations.NullMarked;
