package fr.parchemin.localstack;

import fr.parchemin.localstack.ProcessLedger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A fake: a supervisor to be killed. It starts two programs, says their process numbers and waits. */
final class FakeSupervisor {

    private FakeSupervisor() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        StackHome home = new StackHome(folder);
        try (StackHome.Running running = home.take(new StackPorts(7))) {
            ProcessLedger ledger = ProcessLedger.open(home.ledgers(), null);
            for (Level level : List.of(Level.SERVICE, Level.BROKER)) {
                Process child = ChildProcess.start(List.of("sleep", "600"), Map.of(), folder.resolve("child.log"));
                ledger.note("child", level, child.toHandle());
                System.out.println(child.pid());
            }
            Thread.currentThread().join();
        }
    }
}
