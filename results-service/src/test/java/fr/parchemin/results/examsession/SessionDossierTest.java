package fr.parchemin.results.examsession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parchemin.results.Rncp37722;
import fr.parchemin.results.certification.Plan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which session examines what (R78, R98). */
class SessionDossierTest {

    static Stream<Arguments> sessions() {
        return Stream.of(
                Arguments.of(
                        DossierBuilder.title(),
                        List.of("MSP", "ET", "QP", "EF"),
                        110,
                        List.of(Rncp37722.BC01, Rncp37722.BC02, Rncp37722.BC03)),
                Arguments.of(
                        DossierBuilder.block(Rncp37722.BC01, false), List.of("MSP", "ET"), 40, List.of(Rncp37722.BC01)),
                Arguments.of(
                        DossierBuilder.block(Rncp37722.BC02, true),
                        List.of("MSP", "ET", "EF"),
                        60,
                        List.of(Rncp37722.BC02)),
                Arguments.of(DossierBuilder.block(Rncp37722.BC03, false), List.of("QP"), 30, List.of(Rncp37722.BC03)),
                Arguments.of(DossierBuilder.complement(), List.of(), 0, List.of()));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void requiresTheEventsOfItsTarget(DossierBuilder builder, List<String> events, int minutes, List<String> blocks) {
        SessionDossier dossier = builder.build();
        assertThat(dossier.requiredEvents()).extracting(Plan.Event::code).isEqualTo(events);
        assertThat(dossier.requiredEvents().stream()
                        .mapToInt(Plan.Event::minutes)
                        .sum())
                .isEqualTo(minutes);
        assertThat(dossier.examinedBlocks()).isEqualTo(blocks);
    }
}
