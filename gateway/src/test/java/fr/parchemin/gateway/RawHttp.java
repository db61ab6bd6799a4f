package fr.parchemin.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Requests that no well behaved client would send, byte for byte. */
public final class RawHttp {

    private RawHttp() {}

    /**
     * An answer as it came.
     *
     * @param head status line and headers
     * @param body what came after them
     */
    public record Answer(String head, String body) {
        public int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        public boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + header.toLowerCase(Locale.ROOT) + ":");
        }
    }

    /** Sends {@code request} and reads until the gateway closes the connection. */
    public static Answer send(int port, String request) {
        return send(port, request, new byte[0], 0);
    }

    /** Sends the head, then {@code piece} so many times whatever happens, then reads to the end. */
    public static Answer send(int port, String head, byte[] piece, int times) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                for (int i = 0; i < times; i++) {
                    out.write(piece);
                }
                out.flush();
            } catch (SocketException e) {
                // The gateway has had enough; its answer may still be there.
            }
            InputStream in = socket.getInputStream();
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Answer(all.substring(0, end + 2), all.substring(end + 4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A GET with extra headers, each with its line end, on a connection of its own. */
    public static Answer get(int port, String target, String headers) {
        return send(
                port,
                "GET " + target + " HTTP/1.1\r\nHost: api.example:8080\r\nConnection: close\r\n" + headers + "\r\n");
    }
}
