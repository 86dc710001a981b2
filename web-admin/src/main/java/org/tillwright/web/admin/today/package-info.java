/** The page that the console opens with: what the shop sold today, and what needs a look. */
@NullMarked
package org.tillwright.web.admin.today;

import org.jspecify.annotations.NullMarked;
