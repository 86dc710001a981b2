package org.tillwright.web.admin.transactions;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tillwright.server.journal.QuarantineService;
import org.tillwright.server.journal.RefusedRecord;
import org.tillwright.server.sales.TransactionDetail;
import org.tillwright.server.sales.TransactionLookupService;
import org.tillwright.web.admin.shell.Console;

/** Hands out a stored record exactly byte for byte, to be kept or compared. A browser saves it and never shows it. */
@WebServlet("/admin/transactions/record")
public class RecordServlet extends HttpServlet {

    @Inject
    TransactionLookupService lookup;

    @Inject
    QuarantineService quarantine;

    @Inject
    Console console;

    /** A record's bytes, and what the file is called. */
    private record Download(String name, byte[] bytes) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        Optional<Download> found = parameter(request, "transaction")
                .flatMap(Identifiers::uuid)
                .flatMap(id -> lookup.find(console.getStoreId(), id))
                .flatMap(this::accepted)
                .or(() -> parameter(request, "refused")
                        .flatMap(Identifiers::number)
                        .flatMap(id -> quarantine.find(console.getStoreId(), id))
                        .flatMap(this::refused));
        if (found.isEmpty()) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        answer.setContentType("application/octet-stream");
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + found.get().name() + "\"");
        answer.setContentLength(found.get().bytes().length);
        answer.getOutputStream().write(found.get().bytes());
    }

    private Optional<Download> accepted(TransactionDetail sale) {
        return lookup.storedBytes(sale.storeId(), sale.row().transactionId())
                .map(bytes -> new Download(name(sale.row().workstationId(), sale.row().sequence(), ""), bytes));
    }

    private Optional<Download> refused(RefusedRecord record) {
        return quarantine
                .content(console.getStoreId(), record.refusedRecordId())
                .map(bytes -> new Download(name(record.workstationId(), record.sequence(), "-refused"), bytes));
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return Optional.ofNullable(value);
    }

    private static String name(String workstationId, long sequence, String kind) {
        return workstationId.replaceAll("[^A-Za-z0-9-]", "_") + "-" + sequence + kind + ".json";
    }
}
