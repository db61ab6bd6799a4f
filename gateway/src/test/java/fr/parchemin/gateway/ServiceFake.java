package fr.parchemin.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service behind the gateway that behaves as the last segment of the path says, well or badly, down to the bytes on the
 * connection. It has no state that a test must set.
 */
public final class ServiceFake implements AutoCloseable {

    private final ServerSocket server;
    private final String name;
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    public ServiceFake(String name) {
        try {
            this.name = name;
            this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request as it came over the wire. */
    private record Received(String head, long length, String digest) {
        String target() {
            return head.split(" ", 3)[1];
        }

        String script() {
            String path = target().split("\\?", 2)[0];
            return path.substring(path.lastIndexOf('/') + 1);
        }

        String parameter(String key) {
            for (String pair : target().substring(target().indexOf('?') + 1).split("&")) {
                if (pair.startsWith(key + "=")) {
                    return pair.substring(key.length() + 1);
                }
            }
            return "";
        }

        String header(String wanted) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(wanted.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            String head = head(in);
            while (!head.isEmpty()) {
                String script = new Received(head, 0, "").script();
                if (!script.equals("begun") && !script.equals("abandoned")) {
                    begun.incrementAndGet();
                }
                boolean early = script.equals("early");
                if (early || script.equals("deaf")) {
                    answer(out, "401 Unauthorized", "not you");
                }
                if (script.equals("deaf")) {
                    pause(GatewayTestResource.TIMEOUT.toMillis());
                    return;
                }
                if (script.equals("die-without-a-length")) {
                    raw(out, "HTTP/1.1 200 OK\r\n\r\nthe beginning");
                    pause(GatewayTestResource.TIMEOUT.toMillis() / 3);
                    // Closing would be the end of such an answer; this resets the connection.
                    socket.setSoLinger(true, 0);
                    return;
                }
                Received request;
                try {
                    request = body(head, in);
                    if (early) {
                        head = head(in);
                        continue;
                    }
                } catch (EOFException e) {
                    abandoned.incrementAndGet();
                    return;
                }
                if (!play(request, in, out)) {
                    return;
                }
                head = head(in);
            }
        } catch (IOException e) {
            // The gateway let go of the connection, as some scripts want.
            abandoned.incrementAndGet();
        }
    }

    /** Plays the script that the path names; false closes the connection. */
    private boolean play(Received request, InputStream in, OutputStream out) throws IOException {
        switch (request.script()) {
            case "created" ->
                raw(
                        out,
                        "HTTP/1.1 201 Created\r\nLocation: " + request.header("X-Forwarded-Proto") + "://"
                                + request.header("X-Forwarded-Host")
                                + "/v1/sessions/42\r\nETag: \"a1\"\r\nContent-Length: 0\r\n\r\n");
            case "big" -> big(out, Long.parseLong(request.parameter("bytes")));
            case "slow" -> {
                if (in.read() < 0) {
                    abandoned.incrementAndGet();
                }
                return false;
            }
            case "begun" -> answer(out, "200 OK", String.valueOf(begun.get()));
            case "abandoned" -> answer(out, "200 OK", String.valueOf(abandoned.get()));
            case "stall" -> {
                raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthe beginning");
                in.read();
                return false;
            }
            case "die" -> {
                return false;
            }
            case "flaky" -> {
                if (seen.add(request.target())) {
                    return false;
                }
                answer(out, "200 OK", "at the second attempt");
            }
            case "die-in-the-middle" -> {
                raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthe beginning");
                return false;
            }
            case "die-in-a-chunk" -> {
                raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
                return false;
            }
            case "garbage" -> {
                raw(out, "Good day, I am no web server\r\n\r\n");
                return false;
            }
            case "bad-header" -> {
                raw(out, "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\nhi");
                return false;
            }
            case "hop" ->
                raw(
                        out,
                        "HTTP/1.1 200 OK\r\nConnection: keep-alive, X-Inner\r\nKeep-Alive: timeout=5\r\nX-Inner: inside\r\n"
                                + "X-Outer: outside\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\nhi");
            case "nothing" -> raw(out, "HTTP/1.1 204 No Content\r\nETag: \"b\"\r\n\r\n");
            case "unchanged" -> raw(out, "HTTP/1.1 304 Not Modified\r\nETag: \"b\"\r\n\r\n");
            case "head" -> raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 12345\r\nETag: \"b\"\r\n\r\n");
            case "teapot" -> raw(out, "HTTP/1.1 418 Short And Stout\r\nContent-Length: 3\r\n\r\ntea");
            case "events" -> events(out);
            default ->
                answer(out, "200 OK", name + "\n" + request.length() + "\n" + request.digest() + "\n" + request.head());
        }
        return true;
    }

    private static void events(OutputStream out) throws IOException {
        raw(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk("data: one\n\n"));
        pause(GatewayTestResource.TIMEOUT.toMillis() * 2);
        raw(out, chunk("data: two\n\n") + "0\r\n\r\n");
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void big(OutputStream out, long bytes) throws IOException {
        raw(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] piece = new byte[65_536];
        for (long left = bytes; left > 0; left -= piece.length) {
            int length = (int) Math.min(piece.length, left);
            raw(out, Integer.toHexString(length) + "\r\n");
            out.write(piece, 0, length);
            raw(out, "\r\n");
        }
        raw(out, "0\r\n\r\n");
    }

    private static void answer(OutputStream out, String status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.ISO_8859_1);
        raw(out, "HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nContent-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
    }

    private static void raw(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int c = in.read();
        while (c >= 0) {
            head.append((char) c);
            if (c == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
            c = in.read();
        }
        return "";
    }

    private static Received body(String head, InputStream in) throws IOException {
        Received request = new Received(head, 0, "");
        MessageDigest digest = sha256();
        long length = 0;
        if (request.header("Transfer-Encoding").equals("chunked")) {
            int size = Integer.parseInt(line(in), 16);
            while (size > 0) {
                copy(in, size, digest);
                length += size;
                line(in);
                size = Integer.parseInt(line(in), 16);
            }
            line(in);
        } else if (!request.header("Content-Length").isEmpty()) {
            length = Long.parseLong(request.header("Content-Length"));
            copy(in, length, digest);
        }
        return new Received(head, length, HexFormat.of().formatHex(digest.digest()));
    }

    private static void copy(InputStream in, long bytes, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[65_536];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new EOFException();
            }
            line.write(c);
            c = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static void pause(long millis) {
        try {
            boolean never = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
            if (never) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parts of what the default script answers. */
    public record Echo(String service, long length, String digest, List<String> head) {

        public static Echo of(String text) {
            List<String> lines = text.lines().toList();
            return new Echo(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2), lines.subList(3, lines.size()));
        }

        /** Every value of a header, in order. */
        public List<String> header(String wanted) {
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(wanted.length() + 1).strip())
                    .toList();
        }
    }
}
