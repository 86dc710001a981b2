package org.tillwright.server.reporting;

import org.tillwright.report.Format;

/** A report, finished. */
public final class ReportFile {

    private final String fileName;
    private final Format format;
    private final byte[] content;
    private final boolean agrees;

    ReportFile(String fileName, Format format, byte[] content, boolean agrees) {
        this.fileName = fileName;
        this.format = format;
        this.content = content;
        this.agrees = agrees;
    }

    /** Returns the name under which a person would keep it. */
    public String fileName() {
        return fileName;
    }

    public Format format() {
        return format;
    }

    public byte[] content() {
        return content.clone();
    }

    /** False when control totals differ; the report itself says so too. */
    public boolean agrees() {
        return agrees;
    }
}
