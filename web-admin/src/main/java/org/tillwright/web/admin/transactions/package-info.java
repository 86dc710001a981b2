/** The pages of what was sold: the list, disputed totals, and what was refused. Shows what services say, and computes nothing. */
@NullMarked
package org.tillwright.web.admin.transactions;

import org.jspecify.annotations.NullMarked;
