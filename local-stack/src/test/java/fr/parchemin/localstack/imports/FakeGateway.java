package fr.parchemin.localstack.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A fake: answers an import as the gateway does, with events that a test gives it, and notes what was sent. */
final class FakeGateway implements AutoCloseable {

    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile String received = "";
    volatile int acceptStatus = 202;
    volatile String accepted = "{\"id\":\"42\",\"state\":\"RECEIVED\"}";
    /** What each connection to the events sends before it ends. */
    final List<String> connections = new CopyOnWriteArrayList<>();

    volatile String report = "{\"items\":[]}";

    private final AtomicInteger connected = new AtomicInteger();
    private final HttpServer server;

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request);
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        switch (request.replaceFirst("[?].*", "")) {
            case "POST /oauth/token" -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":60}");
            case "POST /v1/imports" -> {
                received = body;
                answer(exchange, acceptStatus, accepted);
            }
            case "GET /v1/imports/42/events" ->
                answer(exchange, 200, connections.get(Math.min(connected.getAndIncrement(), connections.size() - 1)));
            case "GET /v1/imports/42" -> answer(exchange, 200, "{\"id\":\"42\",\"state\":\"RUNNING\"}");
            case "GET /v1/imports/42/report" -> answer(exchange, 200, report);
            default -> answer(exchange, 200, "");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
