package org.tillwright.system.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the shop of the run and the browser of the class when a test first asks for them, and closes them in time. */
final class ConsoleExtension implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(ConsoleExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return ConsoleBrowser.isInstalled()
                ? ConditionEvaluationResult.enabled("Chromium and its driver are installed")
                : ConditionEvaluationResult.disabled("Chromium or its driver is not installed: skipped");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == SharedShop.class || type == ConsoleBrowser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SharedShop shop = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(SharedShop.class, key -> openShop(), SharedShop.class);
        return parameter.getParameter().getType() == SharedShop.class ? shop : browser(context, shop);
    }

    private static ConsoleBrowser browser(ExtensionContext context, SharedShop shop) {
        ExtensionContext ofClass =
                context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
        ConsoleBrowser browser = ofClass.getStore(OURS)
                .getOrComputeIfAbsent(
                        ConsoleBrowser.class, key -> ConsoleBrowser.open(shop.address()), ConsoleBrowser.class);
        browser.forget();
        return browser;
    }

    private static SharedShop openShop() {
        try {
            return SharedShop.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the shop opened", e);
        }
    }
}
