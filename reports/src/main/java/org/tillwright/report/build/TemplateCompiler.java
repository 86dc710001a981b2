package org.tillwright.report.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;
import org.tillwright.report.Paper;

/**
 * Compiles each template for each paper, with the house's style, head and foot put in. A template is compiled again only when
 * it, the house or this class is newer than what was made of it.
 */
public final class TemplateCompiler {

    private static final String HOUSE = "house.jrxml";
    private static final String STYLES = "house.jrtx";
    private static final String TEMPLATE = ".jrxml";

    private static final String PACKAGE = "org/tillwright/report";

    private final Path sources;
    private final Path classes;
    private final Path target;

    private TemplateCompiler(Path sources, Path classes) {
        this.sources = sources;
        this.classes = classes;
        this.target = classes.resolve(PACKAGE);
    }

    /** Takes the folder of the templates, and the one of the compiled classes, whose package the templates join. */
    public static void main(String[] arguments) throws IOException, JRException {
        new TemplateCompiler(Path.of(arguments[0]), Path.of(arguments[1])).compileAll();
    }

    private void compileAll() throws IOException, JRException {
        Files.createDirectories(target);
        for (Path template : templates()) {
            for (Paper paper : Paper.values()) {
                Path compiled = target.resolve(paper.templateName(nameOf(template)));
                if (isOutdated(compiled, template)) {
                    JasperCompileManager.compileReportToFile(designOf(template, paper), compiled.toString());
                }
            }
        }
    }

    private List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            return files.filter(file -> file.toString().endsWith(TEMPLATE))
                    .filter(file -> !file.endsWith(HOUSE))
                    .sorted()
                    .toList();
        }
    }

    private static String nameOf(Path template) {
        String file = String.valueOf(template.getFileName());
        return file.substring(0, file.length() - TEMPLATE.length());
    }

    private boolean isOutdated(Path compiled, Path template) throws IOException {
        if (!Files.exists(compiled)) {
            return true;
        }
        Path ownClass = classes.resolve(TemplateCompiler.class.getName().replace('.', '/') + ".class");
        for (Path source : List.of(template, sources.resolve(HOUSE), sources.resolve(STYLES), ownClass)) {
            if (Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(compiled)) > 0) {
                return true;
            }
        }
        return false;
    }

    private JasperDesign designOf(Path template, Paper paper) throws JRException {
        JasperDesign design = JRXmlLoader.load(template.toFile());
        JasperDesign house = JRXmlLoader.load(sources.resolve(HOUSE).toFile());
        for (JRStyle style : JRXmlTemplateLoader.getInstance(DefaultJasperReportsContext.getInstance())
                .loadTemplate(sources.resolve(STYLES).toFile())
                .getStyles()) {
            design.addStyle(style);
        }
        for (JRParameter parameter : house.getParametersList()) {
            if (!parameter.isSystemDefined()) {
                design.addParameter(parameter);
            }
        }
        for (JRField field : house.getFieldsList()) {
            design.addField(field);
        }
        design.setTitle(house.getTitle());
        design.setPageFooter(house.getPageFooter());
        for (JRBand band : Arrays.asList(house.getDetailSection().getBands())) {
            ((JRDesignSection) design.getDetailSection()).addBand(band);
        }
        design.setPageWidth(paper.width());
        design.setPageHeight(paper.height());
        design.setLeftMargin((paper.width() - design.getColumnWidth()) / 2);
        design.setRightMargin(paper.width() - design.getColumnWidth() - design.getLeftMargin());
        return design;
    }
}
