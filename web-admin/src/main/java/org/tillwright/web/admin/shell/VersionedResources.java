package org.tillwright.web.admin.shell;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sum of its content into the address of each style, script and font. So browsers may keep them for a year,
 * and a new version of the product shows its new look at once.
 */
public class VersionedResources extends ResourceHandlerWrapper {

    /** PrimeFaces writes its own version into the addresses of its other files; the script of Faces itself has none. */
    private static final Set<String> LIBRARIES = Set.of("tillwright", "primefaces-tillwright", "jakarta.faces");

    /** Sums by resource; there are as many as there are files in our libraries. */
    private final Map<String, String> sums = new ConcurrentHashMap<>();

    public VersionedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public @Nullable Resource createResource(String name) {
        return versioned(super.createResource(name));
    }

    @Override
    public @Nullable Resource createResource(String name, @Nullable String library) {
        return versioned(super.createResource(name, library));
    }

    @Override
    public @Nullable Resource createResource(String name, @Nullable String library, @Nullable String contentType) {
        return versioned(super.createResource(name, library, contentType));
    }

    private @Nullable Resource versioned(@Nullable Resource resource) {
        return resource != null && resource.getLibraryName() != null && LIBRARIES.contains(resource.getLibraryName())
                ? new Versioned(resource)
                : resource;
    }

    private String sum(Resource resource) {
        return sums.computeIfAbsent(
                resource.getLibraryName() + "/" + resource.getResourceName(), name -> sumOfContent(resource));
    }

    private static String sumOfContent(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            CRC32 sum = new CRC32();
            sum.update(content.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource whose address changes with its content. */
    private final class Versioned extends ResourceWrapper {

        Versioned(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            return path + (path.indexOf('?') < 0 ? "?v=" : "&v=") + sum(getWrapped());
        }

        /** Wrappers of the maker forget these three. */
        @Override
        public String getLibraryName() {
            return getWrapped().getLibraryName();
        }

        @Override
        public String getResourceName() {
            return getWrapped().getResourceName();
        }

        @Override
        public String getContentType() {
            return getWrapped().getContentType();
        }

        @Override
        public boolean userAgentNeedsUpdate(FacesContext context) {
            return getWrapped().userAgentNeedsUpdate(context);
        }
    }
}
