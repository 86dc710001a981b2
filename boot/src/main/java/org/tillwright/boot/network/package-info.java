/**
 * Where the server listens, and the certificate it shows. {@link org.tillwright.boot.network.Network} is the door.
 */
@NullMarked
package org.tillwright.boot.network;

import org.jspecify.annotations.NullMarked;
