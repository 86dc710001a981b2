/** The pages about customers: who they are and up to what they may owe, and the money that is kept under numbers. */
@NullMarked
package org.tillwright.web.admin.customers;

import org.jspecify.annotations.NullMarked;
