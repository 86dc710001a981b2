/** The page for reports: choose one, look at its first page, print it or keep it. Makes none itself. */
@NullMarked
package org.tillwright.web.admin.reports;

import org.jspecify.annotations.NullMarked;
