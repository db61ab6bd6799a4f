package fr.parchemin.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client that goes on sending a body while the server may already have refused it: others only see a broken pipe. */
final class RawHttp {

    private RawHttp() {}

    /**
     * Sends a POST whose body is {@code length} spaces.
     *
     * @return the status of the answer
     */
    static int postOfLength(URI server, String path, String token, int length) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            String head = """
                    POST %s HTTP/1.1\r
                    Host: %s\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """.formatted(path, server.getAuthority(), token, length);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[64 * 1024];
            Arrays.fill(piece, (byte) ' ');
            try {
                for (int sent = 0; sent < length; sent += piece.length) {
                    out.write(piece, 0, Math.min(piece.length, length - sent));
                }
                out.flush();
            } catch (SocketException e) {
                // Refused before all was sent: the answer is waiting to be read.
            }
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String status = in.readLine();
            return status == null ? 0 : Integer.parseInt(status.split(" ")[1]);
        }
    }
}
