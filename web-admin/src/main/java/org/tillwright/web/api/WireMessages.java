package org.tillwright.web.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.tillwright.wire.Problem;
import org.tillwright.wire.json.WireJson;
import org.tillwright.wire.pricing.PricingRules;
import org.tillwright.wire.shop.ShopRules;

/**
 * Reads and writes wire records with {@link WireJson}. The container's own JSON binding would read a missing amount as 0.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class WireMessages implements MessageBodyReader<Record>, MessageBodyWriter<Record> {

    /** Documents, not messages: nobody's program sends them, so a member that there is none of is a slip. */
    private static final Set<Class<? extends Record>> WRITTEN_BY_PEOPLE = Set.of(PricingRules.class, ShopRules.class);

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readAllBytes(); // BodyLimit sees to it that they are few
        return WRITTEN_BY_PEOPLE.contains(type) ? WireJson.readWritten(bytes, type) : WireJson.read(bytes, type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    /** Writes as it goes: a snapshot of a large shop is never whole in memory as text. */
    @Override
    public void writeTo(
            Record message,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body) {
        WireJson.print(message, body);
    }
}
