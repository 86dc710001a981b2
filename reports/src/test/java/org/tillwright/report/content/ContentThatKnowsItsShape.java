package org.tillwright.report.content;

import org.tillwright.report.Format;

/** Figures that know what they are shown as, for the test of the rule against it. */
public record ContentThatKnowsItsShape(Format format) {}
