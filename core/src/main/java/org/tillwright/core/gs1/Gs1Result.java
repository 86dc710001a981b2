package org.tillwright.core.gs1;

/** What came of reading a GS1 code: its elements, or what is wrong with it. */
public sealed interface Gs1Result permits ElementString, Gs1Fault {}
