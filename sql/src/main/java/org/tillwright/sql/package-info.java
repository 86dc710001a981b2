/**
 * The schema's state and the one way to bring it up to date, beside the migrations themselves, for the server, the starter
 * and the tests alike. Says in words what is wrong with a database; never reads a setting, and knows no business.
 */
@NullMarked
package org.tillwright.sql;

import org.jspecify.annotations.NullMarked;
