package org.tillwright.system.story;

import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the shop when a story first asks for it, and closes it after the last one; without a display no story is told. */
final class StoryExtension implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(StoryExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return GraphicsEnvironment.isHeadless()
                ? ConditionEvaluationResult.disabled("there is no display: run under xvfb-run to tell stories")
                : ConditionEvaluationResult.enabled("there is a display");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StoryShop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(StoryShop.class, key -> openShop(), StoryShop.class);
    }

    private static StoryShop openShop() {
        try {
            return StoryShop.open();
        } catch (Exception e) {
            throw new IllegalStateException("the shop of the stories could not be opened", e);
        }
    }
}
