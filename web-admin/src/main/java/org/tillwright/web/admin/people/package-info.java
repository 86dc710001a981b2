/**
 * The pages about people: who works here, in which role, with a PIN or without. A secret is on a page once, when it is made.
 */
@NullMarked
package org.tillwright.web.admin.people;

import org.jspecify.annotations.NullMarked;
