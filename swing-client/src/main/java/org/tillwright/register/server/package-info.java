/** Speaks HTTP with the store server. The only package that knows URLs, status codes and tokens. */
@NullMarked
package org.tillwright.register.server;

import org.jspecify.annotations.NullMarked;
