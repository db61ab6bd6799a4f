package fr.parchemin.kit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.parchemin.kit.problem.CommonProblem;
import fr.parchemin.kit.problem.ProblemException;
import io.quarkus.resteasy.reactive.jackson.runtime.serialisers.ServerJacksonMessageBodyReader;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Reads JSON bodies. An operation that takes a body never sees none. */
@Provider
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader extends ServerJacksonMessageBodyReader {

    BodyReader(Instance<ObjectMapper> mapper) {
        super(mapper);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        Object body = super.readFrom(type, genericType, mediaType, context);
        if (body == null) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "This operation needs a JSON body.");
        }
        return body;
    }
}
