package org.tillwright.system.story;

/** A receipt as it came by e-mail. */
record Letter(String subject, String text, byte[] pdf) {}
