/**
 * The pages of what is set up once and seldom changed: stores, workstations and their registers, and the audit trail.
 */
@NullMarked
package org.tillwright.web.admin.setup;

import org.jspecify.annotations.NullMarked;
