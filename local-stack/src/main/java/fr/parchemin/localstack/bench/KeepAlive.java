package fr.parchemin.localstack.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One connection of HTTP/1.1 to a server on this machine, used again and again. It does next to nothing, so that what is
 * measured is the server and not its client.
 */
final class KeepAlive implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] scrap = new byte[1 << 16];
    private final StringBuilder line = new StringBuilder();

    /** @param server of which host and port count; the host is always this machine */
    KeepAlive(URI server) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** A request as it goes over the wire. */
    static byte[] request(String pathAndQuery) {
        return ("GET " + pathAndQuery + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /** Sends a request, reads the answer to its end, and gives its status. */
    int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(readLine().substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (!chunked) {
            skip(length);
            return status;
        }
        while (true) {
            long chunk = Long.parseLong(readLine(), 16);
            skip(chunk);
            readLine();
            if (chunk == 0) {
                return status;
            }
        }
    }

    private String readLine() throws IOException {
        line.setLength(0);
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (b == '\n') {
                return line.toString();
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
    }

    private void skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(scrap, 0, (int) Math.min(scrap.length, left));
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
            left -= read;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
