package org.tillwright.system.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One story, told in each language: its method takes the {@link Tongue} and the {@link StoryShop}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StoryExtension.class)
@ParameterizedTest(name = "{0}")
@EnumSource(Tongue.class)
@interface Story {}
