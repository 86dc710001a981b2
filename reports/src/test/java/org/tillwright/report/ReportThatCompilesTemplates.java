package org.tillwright.report;

import org.tillwright.report.build.TemplateCompiler;

/** What no report may do: bring the compiler into the product. */
final class ReportThatCompilesTemplates {

    Class<?> compiler() {
        return TemplateCompiler.class;
    }
}
