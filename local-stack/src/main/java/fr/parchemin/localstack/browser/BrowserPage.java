package fr.parchemin.localstack.browser;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.demo.JourneyException;
import fr.parchemin.localstack.demo.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One page, used as a person uses it: by mouse and keyboard, and by looking. */
public final class BrowserPage implements AutoCloseable {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20));

    private final Chromium browser;
    private final String session;
    private final String context;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    BrowserPage(Chromium browser, String session, String context, Screen screen) {
        this.browser = browser;
        this.session = session;
        this.context = context;
        browser.listen(session, this::hear);
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.width(),
                        "height",
                        screen.height(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        screen.width() < 600));
        call("Emulation.setLocaleOverride", Map.of("locale", "fr-FR"));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", screen.dark() ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    private void hear(JsonNode event) {
        JsonNode parameters = event.path("params");
        switch (event.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                complaints.add(
                        parameters.at("/exceptionDetails/exception/description").asText());
            case "Runtime.consoleAPICalled" -> {
                if (parameters.path("type").asText().equals("error")) {
                    complaints.add(parameters.path("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                JsonNode entry = parameters.path("entry");
                // An answer of the API that is an error is told by the page itself.
                if (entry.path("level").asText().equals("error")
                        && !entry.path("source").asText().equals("network")) {
                    complaints.add(entry.path("text").asText());
                }
            }
            default -> {
                return;
            }
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return browser.call(session, method, parameters);
    }

    /** Errors of scripts and what the content security policy refused, since the page was opened. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Goes to an address and waits until it is loaded. */
    public void go(String address) {
        call("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete' && location.href.startsWith(" + quoted(address) + ")");
    }

    /** The value of an expression, a promise included. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits until an expression is true. */
    public void await(String condition) {
        try {
            boolean unused = PATIENCE.await(
                    condition, () -> Optional.of(isTrue(condition)).filter(Boolean::booleanValue));
        } catch (JourneyException e) {
            throw new AssertionError(
                    "Never came true: " + condition + "\nThe page says: " + text("body") + "\n" + complaints, e);
        }
    }

    private boolean isTrue(String condition) {
        try {
            return evaluate("Boolean(" + condition + ")").asBoolean();
        } catch (IllegalStateException e) {
            // The page may just be leaving.
            return false;
        }
    }

    /** What a person reads in the first element that matches, empty when there is none. */
    public String text(String selector) {
        return evaluate("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''")
                .asText();
    }

    /** Clicks with the mouse in the middle of the first element that matches. */
    public void click(String selector) {
        await("document.querySelector(" + quoted(selector) + ")");
        JsonNode at = evaluate("""
            (() => {
              const element = document.querySelector(%s);
              element.scrollIntoView({ block: "center" });
              const box = element.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            })()\
            """.formatted(quoted(selector)));
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.get(0).asDouble(),
                            "y",
                            at.get(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Types a text into the field that matches, in place of what is there. */
    public void fill(String selector, String text) {
        await("document.querySelector(" + quoted(selector) + ")");
        evaluate("document.querySelector(%s).focus(), document.querySelector(%s).select?.()"
                .formatted(quoted(selector), quoted(selector)));
        call("Input.insertText", Map.of("text", text));
    }

    /** Chooses the option of a list by its value. */
    public void choose(String selector, String value) {
        await("document.querySelector(%s)?.querySelector('option[value=\"%s\"]')".formatted(quoted(selector), value));
        evaluate("""
            (() => {
              const list = document.querySelector(%s);
              list.focus();
              list.value = %s;
              list.dispatchEvent(new Event("change", { bubbles: true }));
            })()\
            """.formatted(quoted(selector), quoted(value)));
    }

    /** Presses a key: Tab, Enter, Escape … */
    public void press(String key) {
        int code =
                switch (key) {
                    case "Tab" -> 9;
                    case "Enter" -> 13;
                    case "Escape" -> 27;
                    case " " -> 32;
                    default -> throw new IllegalArgumentException(key);
                };
        Map<String, ?> stroke = key.equals("Enter")
                ? Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", "\r")
                : Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code);
        call("Input.dispatchKeyEvent", stroke);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** A picture of the page as PNG: of the window, or from the top down to {@code height} CSS pixels. */
    public byte[] picture(int width, int height) {
        JsonNode answer = call(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        return Base64.getDecoder().decode(answer.path("data").asText());
    }

    /** Lets what the page gives as a file go to a folder. */
    public void downloadTo(Path folder) {
        browser.call(
                null,
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "browserContextId", context, "downloadPath", folder.toString()));
    }

    @Override
    public void close() {
        browser.forget(session);
        browser.call(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
