package org.tillwright.system.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that look at the back office as a person does. Its test methods may take a {@link SharedShop}, the one of
 * the run, and a {@link ConsoleBrowser}, the one of the class, handed over signed out and looking as at the start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ConsoleExtension.class)
public @interface ConsoleTest {}
