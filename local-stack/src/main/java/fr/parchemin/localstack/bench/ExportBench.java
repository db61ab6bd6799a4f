package fr.parchemin.localstack.bench;

import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.HttpAddress;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parchemin bench export}: the whole catalogue out as JSON lines, against the database giving the same rows. */
@Command(
        name = "export",
        description = {
            "Reads the export of all sheets as JSON lines and compares with a COPY of the same rows",
            "out of the database; each five times, the fastest counts. Once from the service itself, next to",
            "which the database stands, and once through the gateway, as an integrator sees it."
        },
        mixinStandardHelpOptions = true)
public final class ExportBench implements Callable<Integer> {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));
    /** What {@code psql} sends for {@code \\copy certification to 'file'}. */
    private static final String COPY = "copy certification to stdout";

    private static final int RUNS = 5;
    private static final String OWNER = "referentiel";

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Option(
            names = "--referentiel",
            description = "Address of the référentiel itself (${DEFAULT-VALUE}).",
            converter = HttpAddress.class,
            defaultValue = "${sys:parchemin.referentiel:-http://127.0.0.1:8081}")
    private URI referentiel = URI.create("http://127.0.0.1:8081");

    @Option(
            names = "--database",
            description = "JDBC address of the référentiel's database (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.postgresql:-jdbc:postgresql://127.0.0.1:15432}/referentiel")
    private String database = "jdbc:postgresql://127.0.0.1:15432/referentiel";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Bytes and lines or rows that came, and how long that took. */
    private record Taken(long bytes, long rows, Duration time) {

        private Taken orFaster(Taken other) {
            return other.time.compareTo(time) < 0 ? other : this;
        }

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "%d sheets, %.1f MB in %s, %s",
                    rows,
                    bytes / 1e6,
                    Ratio.seconds(time),
                    Ratio.rate(bytes, time));
        }
    }

    /** One way to take everything. */
    private interface Taking {
        Taken take() throws SQLException, IOException, InterruptedException;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Api api = new Api(gateway.uri(), PATIENCE)) {
            api.requireGateway();
            String token = api.token("demo-certifier");
            Taken copied = fastest(this::copy);
            out.println("COPY                 " + copied.text() + " as text, the sheets packed");
            out.flush();
            report(out, "from the service    ", fastest(() -> export(referentiel, token)), copied);
            report(out, "through the gateway ", fastest(() -> export(gateway.uri(), token)), copied);
            return 0;
        } catch (JourneyException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw new StackException("The database at %s cannot be read: %s.".formatted(database, e.getMessage()), e);
        } catch (IOException e) {
            throw new StackException("The export cannot be measured: %s.".formatted(e), e);
        } finally {
            out.flush();
        }
    }

    private static void report(PrintWriter out, String what, Taken exported, Taken copied) {
        if (exported.rows() != copied.rows()) {
            throw new StackException("The export has %d sheets, the database %d: one of them is not whole."
                    .formatted(exported.rows(), copied.rows()));
        }
        out.println("%s %s = %s the sheets per second of the COPY"
                .formatted(what, exported.text(), Ratio.of(copied.time(), exported.time())));
        out.flush();
    }

    /** The fastest of five: the first ones are of code that is not compiled yet. */
    private static Taken fastest(Taking taking) throws SQLException, IOException, InterruptedException {
        Taken fastest = taking.take();
        for (int i = 1; i < RUNS; i++) {
            fastest = fastest.orFaster(taking.take());
        }
        return fastest;
    }

    private Taken copy() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(database, OWNER, OWNER)) {
            long begun = System.nanoTime();
            Count count = new Count();
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, count);
            return new Taken(count.bytes, rows, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static Taken export(URI from, String token) throws IOException, InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long begun = System.nanoTime();
            HttpResponse<InputStream> answer = http.send(
                    HttpRequest.newBuilder(from.resolve("/v1/exports/certifications"))
                            .header("Accept", "application/x-ndjson")
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("/v1/exports/certifications answers " + answer.statusCode());
                }
                Count count = new Count();
                body.transferTo(count);
                return new Taken(count.bytes, count.lines, Duration.ofNanos(System.nanoTime() - begun));
            }
        }
    }

    /** Counts what it is given and forgets it. */
    private static final class Count extends OutputStream {

        private long bytes;
        private long lines;

        @Override
        public void write(int b) {
            bytes++;
            lines += b == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
            for (int i = offset; i < offset + length; i++) {
                lines += from[i] == '\n' ? 1 : 0;
            }
        }
    }
}
