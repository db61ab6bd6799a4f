package fr.parchemin.localstack.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A fake: answers what the measurements ask the référentiel for, half of it in chunks, and notes the addresses. */
final class FakeReferentiel implements AutoCloseable {

    final Set<String> asked = ConcurrentHashMap.newKeySet();
    volatile boolean hasBaseline;
    private final HttpServer server;

    FakeReferentiel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        asked.add(uri.toString());
        switch (uri.getPath()) {
            case "/v1/certifications" -> {
                boolean second = String.valueOf(uri.getQuery()).contains("cursor=a+b");
                answer(
                        exchange,
                        200,
                        second
                                ? "{\"items\":[{\"number\":\"RS3\"}]}"
                                : "{\"items\":[{\"number\":\"RNCP1\"},{\"number\":\"RNCP2\"}],\"next\":\"a b\"}",
                        0);
            }
            case "/bench/sheets/RNCP1", "/bench/sheets/RNCP2", "/bench/sheets/RS3" ->
                answer(exchange, hasBaseline ? 200 : 404, "fixed", 5);
            case "/v1/certifications/RS3" -> answer(exchange, 404, "", -1);
            default -> answer(exchange, 200, "sheet", 5);
        }
    }

    /** @param length 0 for chunks */
    private static void answer(HttpExchange exchange, int status, String text, int length) throws IOException {
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(text.getBytes(UTF_8));
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
