package fr.parchemin.localstack.browser;

import fr.parchemin.localstack.DemoClient;
import fr.parchemin.localstack.GatewayOption;
import fr.parchemin.localstack.StackException;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parchemin screenshots}: the dashboard of the running system as pictures. */
@Command(
        name = "screenshots",
        description = "Takes the pictures of the dashboard that the documentation shows; needs a chromium.",
        mixinStandardHelpOptions = true)
public final class ScreenshotsCommand implements Callable<Integer> {

    private static final String READY =
            "document.querySelector('.panels') && !document.querySelector('[aria-busy=true]')";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5));
    private static final Screen WINDOW = Screen.desktop();
    private static final List<Picture> PICTURES = List.of(
            new Picture("dashboard-year-light", "year", WINDOW, 1_560),
            new Picture("dashboard-success-dark", "success", WINDOW.inTheDark(), 1_600),
            new Picture("dashboard-sessions-light", "sessions", WINDOW, 1_500),
            new Picture("dashboard-year-phone", "year", Screen.phone(), 1_600));

    @Mixin
    private final GatewayOption gateway = new GatewayOption();

    @Option(
            names = "--out",
            description = "Folder for the pictures (${DEFAULT-VALUE}).",
            defaultValue = "${sys:parchemin.root:-.}/docs/images")
    private Path out = Path.of("docs/images");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** One file: a view on a screen, from the top down to {@code height} pixels or the end of the page. */
    private record Picture(String name, String view, Screen screen, int height) {}

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        Path program = Chromium.find()
                .orElseThrow(() -> new StackException(
                        "There is no chromium on this machine: install one, or name it in CHROMIUM."));
        try (Api api = new Api(gateway.uri(), PATIENCE)) {
            api.requireGateway();
        } catch (JourneyException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        }
        try (Chromium chromium = Chromium.start(program)) {
            Files.createDirectories(out);
            for (Picture picture : PICTURES) {
                Path file = out.resolve(picture.name() + ".png");
                byte[] png = take(chromium, picture);
                Files.write(file, png);
                terminal.println("%s  %,d bytes".formatted(file, png.length));
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] take(Chromium chromium, Picture picture) {
        // The one role that sees every view but the cohorts of the certifier.
        DemoClient reader = DemoClient.byRole("authority").orElseThrow();
        try (BrowserPage page = chromium.open(picture.screen())) {
            page.go(gateway.uri().resolve("/dashboard?view=" + picture.view()).toString());
            page.fill("#client", reader.id());
            page.fill("#secret", reader.secret());
            page.click("button.main");
            page.await(READY);
            int end = page.evaluate("document.documentElement.scrollHeight").asInt();
            return page.picture(picture.screen().width(), Math.min(end, picture.height()));
        }
    }
}
