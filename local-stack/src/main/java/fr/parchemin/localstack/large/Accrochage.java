package fr.parchemin.localstack.large;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.parchemin.localstack.Clients;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.JourneyClient;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The declaration of holders, every quarter: a file for each title, deposited, and answered by a receipt in which now and
 * then somebody is rejected. Of the last quarters some things are left open, to be seen.
 */
final class Accrochage {

    private static final Set<Month> MONTHS = Set.of(Month.JANUARY, Month.APRIL, Month.JULY, Month.OCTOBER);

    /** One in so many is rejected. */
    private static final int REJECTED = 37;

    private static final String MESSAGE = "Le code commune de naissance ne correspond pas au libellé (rejet fictif)";

    /** Which of the titles the certifier forgot lately, and whose last files wait for their receipts. */
    private static final int FORGOTTEN = 3;

    private static final int UNANSWERED = 1;

    private static final int MONTHS_FORGOTTEN = 8;
    private static final int MONTHS_UNANSWERED = 3;

    private final JourneyClient client;
    private final List<Title> titles;
    private final LocalDate until;

    Accrochage(JourneyClient client, List<Title> titles, LocalDate until) {
        this.client = client;
        this.titles = titles;
        this.until = until;
    }

    /** Whether files are due on this day of the office: the second of a quarter. */
    static boolean isDue(LocalDate day) {
        return MONTHS.contains(day.getMonth())
                && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, Plan.OFFICE_DAY)));
    }

    /** Has the files of the quarter built, deposited and answered. */
    void declare(LocalDate day, Clients clients) throws InterruptedException {
        List<Integer> due = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            boolean forgotten = i % 5 == FORGOTTEN && day.isAfter(until.minusMonths(MONTHS_FORGOTTEN));
            if (!forgotten) {
                due.add(i);
            }
        }
        clients.each(due, i -> declare(i, day));
    }

    private void declare(int title, LocalDate day) {
        Api api = client.api();
        String certifier = client.actors().certifier();
        String number = titles.get(title).number();
        if (api.get(certifier, "/v1/declarations/holders?state=READY&limit=1&certificationNumber=" + number)
                .body()
                .path("items")
                .isEmpty()) {
            return;
        }
        ObjectNode order = api.object("certificationNumber", number);
        String file = "/v1/declarations/"
                + api.once(certifier, "/v1/declarations", order)
                        .body()
                        .path("id")
                        .asText();
        String state = api.patience().await("the file for " + number, () -> Optional.of(
                        api.get(certifier, file).body().path("state").asText())
                .filter(s -> !s.equals("BUILDING")));
        if (!state.equals("BUILT")) {
            return;
        }
        api.post(certifier, file + "/deposit", api.object("reference", "DEPOT-FICTIF-" + day + "-" + number));
        if (title % 5 == UNANSWERED && day.isAfter(until.minusMonths(MONTHS_UNANSWERED))) {
            return;
        }
        api.post(certifier, file + "/receipts", "application/xml", receipt(file));
    }

    private String receipt(String file) {
        StringBuilder accepted = new StringBuilder();
        StringBuilder rejected = new StringBuilder();
        for (JsonNode place : client.list(client.actors().certifier(), file + "/passages?")) {
            String id = place.path("declarationId").asText();
            if (Math.floorMod(id.hashCode(), REJECTED) == 0) {
                rejected.append("<passage><idTechnique>%s</idTechnique><messageErreur>%s</messageErreur></passage>"
                        .formatted(id, MESSAGE));
            } else {
                accepted.append("<idTechnique>").append(id).append("</idTechnique>");
            }
        }
        return "<rapport><idFlux>%s</idFlux><PassagesOK>%s</PassagesOK><PassagesKO>%s</PassagesKO></rapport>"
                .formatted(file.substring(file.lastIndexOf('/') + 1), accepted, rejected);
    }
}
