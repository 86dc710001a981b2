/**
 * The console's pages of the catalogue: items with their prices to come, departments, tax. Decides nothing; asks the services.
 */
@NullMarked
package org.tillwright.web.admin.catalogue;

import org.jspecify.annotations.NullMarked;
