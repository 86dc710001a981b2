package org.tillwright.web.admin.catalogue;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.tillwright.server.pictures.Picture;
import org.tillwright.server.pictures.PictureService;

/** Pictures of items for pages. The bytes under one id never change, so a browser may keep them for ever. */
@WebServlet("/admin/catalogue/picture")
public class PictureServlet extends HttpServlet {

    @Inject
    PictureService pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        String id = request.getParameter("id");
        Optional<Picture> picture = id == null ? Optional.empty() : pictures.find(id);
        if (picture.isEmpty()) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] content = picture.get().content();
        answer.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        answer.setContentType(picture.get().mediaType());
        answer.setContentLength(content.length);
        answer.getOutputStream().write(content);
    }
}
