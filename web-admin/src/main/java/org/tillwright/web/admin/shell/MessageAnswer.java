package org.tillwright.web.admin.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers a script that asked for parts of a page with nothing but a message, where the page's own messages appear. */
final class MessageAnswer {

    private MessageAnswer() {}

    static boolean isForScript(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    static void write(HttpServletResponse response, String sentence) throws IOException {
        String message =
                "<div id=\"messages\" role=\"status\" aria-live=\"polite\"><div class=\"notice refused\" role=\"alert\">"
                        + "<i class=\"pi pi-times-circle\" aria-hidden=\"true\"></i><p>" + escaped(sentence)
                        + "</p></div></div>";
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><changes><update id=\"messages\">"
                        + "<![CDATA[" + message + "]]></update></changes></partial-response>")
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** No text may end the markup, nor the section of the answer that holds it. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
