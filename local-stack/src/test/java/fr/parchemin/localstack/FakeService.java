package fr.parchemin.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A fake: a program that behaves as a service does towards its supervisor, and knows nothing else. */
final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("broken")) {
            System.out.println("2026-01-01 INFO  so far so good");
            System.out.println("2026-01-01 ERROR the fake has no database");
            System.exit(3);
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    static ServicePart part(String name, int port, Path folder) {
        return part(name, port, folder, String.valueOf(port));
    }

    static ServicePart broken(String name, Path folder) {
        return part(name, Ports.free(), folder, "broken");
    }

    private static ServicePart part(String name, int port, Path folder, String argument) {
        return new ServicePart(
                name,
                port,
                List.of("-Xmx32m", "-cp", "target/test-classes", FakeService.class.getName(), argument),
                Map.of(),
                folder.resolve(name + ".log"),
                null);
    }
}
