package org.tillwright.boot.seeded.command;

import picocli.CommandLine.Command;

/** Breaks a rule on purpose: a command by another name. */
@Command(name = "serving")
public final class Serving {}
