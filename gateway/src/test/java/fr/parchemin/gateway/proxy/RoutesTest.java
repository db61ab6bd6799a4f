package fr.parchemin.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/certifications, REFERENTIEL",
        "/v1/certifications/RNCP37722/statistics, REFERENTIEL",
        "/v1/data-quality, REFERENTIEL",
        "/v1/imports, REFERENTIEL",
        "/v1/imports/1/events, REFERENTIEL",
        "/v1/exports/certifications, REFERENTIEL",
        "/v1/centres/1/sites, SESSION",
        "/v1/jurors, SESSION",
        "/v1/approvals, SESSION",
        "/v1/accreditations, SESSION",
        "/v1/candidates, SESSION",
        "/v1/candidates/, SESSION",
        "/v1/candidates/1, SESSION",
        "/v1/candidates/by-external-ref/booklet, SESSION",
        "/v1/candidates/1/booklet, RESULTS",
        "/v1/candidates/1/booklet/document, RESULTS",
        "/v1/candidates/by-external-ref/booklet/x, SESSION",
        "/v1/sessions/1/enrolments/2/draws/3/proof, SESSION",
        "/v1/rules, SESSION",
        "/v1/assessments/1/MSP, RESULTS",
        "/v1/records, RESULTS",
        "/v1/results, RESULTS",
        "/v1/awards/PAR-2026-X, RESULTS",
        "/v1/verifications, RESULTS",
        "/v1/credentials/status/1, RESULTS",
        "/.well-known/did.json, RESULTS",
        "/verification, RESULTS",
        "/verification/style.css, RESULTS",
        "/v1/statistics, RESULTS",
        "/v1/surveys/1/rates, RESULTS",
        "/v1/cohorts/RNCP37722/2025, RESULTS",
        "/v1/declarations, RESULTS",
        "/v1/exports/statistics, RESULTS",
        "/v1/exports/results, RESULTS",
    })
    void knowsWhoAnswers(String path, Part part) {
        assertThat(Routes.of(path)).isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/me",
                "/v1/exports",
                "/v1/exports/x",
                "/v1/sessionsx",
                "/v2/sessions",
                "/sessions"
            })
    void knowsNothingElse(String path) {
        @Nullable Part part = Routes.of(path);
        assertThat(part).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/candidates/import, true",
        "/v1/candidates/import/template, false",
        "/v1/surveys/1/answers/import, true",
        "/v1/surveys/1/answers/2, false",
        "/v1/candidates, false",
        "/v1/imports, false"
    })
    void knowsWhereAListOfPeopleGoesIn(String path, boolean takesLists) {
        assertThat(Routes.takesLists(path)).isEqualTo(takesLists);
    }
}
