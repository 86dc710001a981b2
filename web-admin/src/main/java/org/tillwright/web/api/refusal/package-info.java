/**
 * How the door for programs says no: whatever stops a request becomes one {@code application/problem+json}, with a code for
 * programs and a sentence for people, and never a stack trace.
 */
@NullMarked
package org.tillwright.web.api.refusal;

import org.jspecify.annotations.NullMarked;
