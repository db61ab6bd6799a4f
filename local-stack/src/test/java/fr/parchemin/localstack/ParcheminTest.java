package fr.parchemin.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong argument: one line, and an exit code of its own. */
class ParcheminTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
                    up --fast                      ~ 2 ~ parchemin up: Unknown option: '--fast'. See ./parchemin up --help.
                    up now                         ~ 2 ~ parchemin up: Unmatched argument at index 1: 'now'. See ./parchemin up --help.
                    token                          ~ 2 ~ parchemin token: Missing required argument (specify one of these): (--role=<role> | --client=<id>). See ./parchemin token --help.
                    token --role                   ~ 2 ~ parchemin token: Missing required parameter for option '--role' (<role>). See ./parchemin token --help.
                    token --role king              ~ 1 ~ There is no role 'king'; there are certifier, authority, centre, juror, platform, analyst, operator.
                    token --client demo-king       ~ 1 ~ There is no demo client 'demo-king'; there are demo-certifier, demo-authority, demo-centre, demo-centre-2, demo-juror-1, demo-juror-2, demo-juror-3, demo-juror-4, demo-platform, demo-platform-2, demo-analyst, demo-operator.
                    token --role juror --client a  ~ 2 ~ parchemin token: --role=<role>, --client=<id> are mutually exclusive (specify only one). See ./parchemin token --help.
                    bench                          ~ 2 ~ parchemin bench: Missing required subcommand. See ./parchemin bench --help.
                    """)
    void wrongArguments(String arguments, int exitCode, String message) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = Parchemin.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.split(" "));

        assertThat(err.toString().lines()).containsExactly(message);
        assertThat(out.toString()).isEmpty();
        assertThat(code).isEqualTo(exitCode);
    }

    /** Nothing is asked of a system, and nothing written into its databases, before the numbers and addresses make sense. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
                    audit verify --gateway localhost:8080            ~ 'localhost:8080' is no address such as http://localhost:8080
                    audit verify --gateway http:/localhost           ~ 'http:/localhost' is no address such as http://localhost:8080
                    audit verify --gateway http://localhost:80800    ~ 'http://localhost:80800' is no address such as http://localhost:8080
                    verify a.json --gateway http://localhost:8080/v1 ~ 'http://localhost:8080/v1' is no address such as http://localhost:8080
                    demo --large 5 --services 127.0.0.1:8081         ~ '127.0.0.1:8081' is no address such as http://localhost:8080
                    bench sheet --referentiel nowhere                ~ 'nowhere' is no address such as http://localhost:8080
                    bench statistics --clients 0                     ~ --results, --clients and --seconds are at least 1
                    bench statistics --seconds 0                     ~ --results, --clients and --seconds are at least 1
                    bench statistics --results -5                    ~ --results, --clients and --seconds are at least 1
                    bench declarations --holders 0                   ~ --holders is at least 1
                    bench sessions --solve 15,0                      ~ --sessions, --candidates, --clients, --seconds and --solve are at least 1
                    """)
    void valuesThatMakeNoSense(String arguments, String message) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = Parchemin.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.split(" "));

        assertThat(err.toString().lines()).singleElement().asString().contains(message + ". See ./parchemin");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aSlashAtTheEndOfAnAddressIsDropped() {
        assertThat(new HttpAddress().convert("http://localhost:8080/")).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(new HttpAddress().convert("https://parchemin.example")).hasHost("parchemin.example");
    }
}
