package fr.parchemin.localstack.bench;

import picocli.CommandLine.Command;

/** {@code parchemin bench}: what the running system can do, measured. */
@Command(
        name = "bench",
        description = "Measures the running system.",
        mixinStandardHelpOptions = true,
        subcommands = {
            JourneyBench.class,
            ImportBench.class,
            SheetBench.class,
            SearchBench.class,
            ExportBench.class,
            SessionBench.class,
            ResultsBench.class,
            DeclarationBench.class,
            StatisticsBench.class
        },
        synopsisSubcommandLabel =
                "journey | import | sheet | search | export | sessions | results | declarations | statistics")
public final class BenchCommand {}
