package fr.parchemin.kit.test.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SampleNoteRequest(
        @NotBlank String name,
        @NotNull String text,
        @Nullable Colour colour,
        @Nullable LocalDate day,
        @Max(9) int count,
        @Nullable @Valid List<Part> parts) {

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotBlank String label) {}
}
