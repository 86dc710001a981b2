/**
 * What all pages of the console share: who is signed in, the frame around each page, words, figures, messages, and what
 * happens when something is refused or fails. Knows no capability's page.
 */
@NullMarked
package org.tillwright.web.admin.shell;

import org.jspecify.annotations.NullMarked;
