package fr.parchemin.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory a program holds. */
final class Memory {

    private Memory() {}

    /**
     * Bytes that a process and its children hold. Where the system says so, memory that several of them share counts once
     * (the proportional set size of Linux), which matters for PostgreSQL; elsewhere it is the resident set.
     */
    static OptionalLong of(ProcessHandle process) {
        long sum = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(p -> kilobytes(p.pid()))
                .sum();
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum * 1024);
    }

    /** Bytes that this process holds, without its children. */
    static OptionalLong ofThisProcess() {
        long kilobytes = kilobytes(ProcessHandle.current().pid());
        return kilobytes == 0 ? OptionalLong.empty() : OptionalLong.of(kilobytes * 1024);
    }

    private static long kilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(l -> l.startsWith("Pss:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return residentByPs(pid);
        }
    }

    private static long residentByPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid))
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.matches("\\d+") ? Long.parseLong(answer) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
