package org.tillwright.server.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that run inside Payara, on the database of {@link ContainerShop}. Each such class is deployed by itself,
 * which takes seconds: only what the container itself does to a service belongs here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ContainerShop.class, ArquillianExtension.class})
public @interface ContainerTest {}
