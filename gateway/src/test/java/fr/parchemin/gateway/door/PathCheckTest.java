package fr.parchemin.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/certifications/RNCP37722/blocks/RNCP37722BC02",
                "/v1/candidates/by-external-ref/a.b-c_d~e",
                "/v1/candidates/by-external-ref/Ren%C3%A9%20D",
                "/v1/candidates/by-external-ref/ren%c3%a9",
                "/v1/awards/PAR-2026-00000000-%7E",
                "/v1/candidates/by-external-ref/a:b@c,d+e=f!g$h&i'j(k)l*",
                "/v1/candidates/by-external-ref/...",
                "/v1/candidates/by-external-ref/.hidden",
                "/v1/candidates/by-external-ref/a..b",
                "/v1/sessions/",
                "/v1/certifications?q=a;b//c/../d%2F%5C",
                "/v1/certifications?q=a|b&r=[1]&s={x}\"<>^`\\",
                "/v1/certifications?q=m\u00c3\u00a9diation",
            })
    void letsOneSpellingOfEachPathIn(String target) {
        assertThat(PathCheck.faultOf(target)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/sessions",
                "*",
                "http://other.example/v1/sessions",
                "//v1/sessions",
                "/v1//sessions",
                "/v1/sessions//",
                "/v1/./sessions",
                "/v1/../sessions",
                "/v1/sessions/.",
                "/v1/sessions/..",
                "/..",
                "/v1/%2e%2e/sessions",
                "/v1/.%2E/sessions",
                "/v1/sessions;a=b",
                "/v1/sessions;/x",
                "/v1/sessions%3B",
                "/v1/sessions%3ba",
                "/v1/sessions%2Fx",
                "/v1/sessions%2fx",
                "/v1%5Csessions",
                "/v1%5csessions",
                "/v1\\sessions",
                "/v1/sessions%252Fx",
                "/v1/sessions%",
                "/v1/sessions%2",
                "/v1/sessions%zz",
                "/v1/sessions%+1",
                "/v1/sessions%00",
                "/v1/sessions%0d%0aX",
                "/v1/sessions%7F",
                "/v1/sessions%73",
                "/v1/%73essions",
                "/v1/sessions%C0%AF",
                "/v1/sessions%C3",
                "/v1/sessions%ED%A0%80",
                "/v1/sessions\u0001",
                "/v1/sessions\t",
                "/v1/sessions\u00e9",
                "/v1/sessions\"",
                "/v1/sessions<x>",
                "/v1/sessions{id}",
                "/v1/sessions|x",
                "/v1/sessions^x",
                "/v1/sessions`x",
                "/v1/sessions#x",
                "/v1/sessions%u002f",
                "/v1/certifications?q=100%",
                "/v1/certifications?q=%zz",
                "/v1/certifications?q=a#b",
                "/v1/certifications?q=a\u0000b",
            })
    void refusesWhatTwoProgramsMayReadDifferently(String target) {
        assertThat(PathCheck.faultOf(target)).isNotNull();
    }
}
