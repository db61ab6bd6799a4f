package fr.parchemin.localstack.large;

import com.fasterxml.jackson.databind.JsonNode;
import fr.parchemin.localstack.Clients;
import fr.parchemin.localstack.DemoClient;
import fr.parchemin.localstack.demo.Actors;
import fr.parchemin.localstack.demo.Api;
import fr.parchemin.localstack.demo.ApiException;
import fr.parchemin.localstack.demo.JourneyClient;
import fr.parchemin.localstack.demo.Person;
import fr.parchemin.localstack.large.Terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The invented centres and jurors, with what they are approved and accredited for. */
final class Places {

    private static final int YEARS_IN_TRADE = 6;

    private final Api api;
    private final JourneyClient authority;
    private final List<Title> titles;
    private final ConcurrentHashMap<Integer, Centre> centres = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, String> jurors = new ConcurrentHashMap<>();

    /** @param siteId where the centre examines */
    record Centre(String id, String siteId) {}

    Places(Api api, List<Title> titles) {
        this.api = api;
        this.authority = new JourneyClient(api, Actors.demo());
        this.titles = titles;
    }

    /** The API as one centre and some jurors use it. */
    JourneyClient as(int town, List<Integer> jury) {
        DemoClient centre = DemoClient.crowdOfCentres().get(town);
        return new JourneyClient(
                api,
                new Actors(
                        authority.actors().certifier(),
                        authority.actors().authority(),
                        centre.id(),
                        Objects.requireNonNull(centre.siret()),
                        jury.stream().map(Places::login).toList()));
    }

    Centre centre(int town) {
        return Objects.requireNonNull(centres.get(town));
    }

    String juror(int number) {
        return Objects.requireNonNull(jurors.get(number));
    }

    private static String login(int juror) {
        return DemoClient.crowdOfJurors().get(juror).id();
    }

    /** Finds what there is and adds what is missing. */
    void complete(Terms terms, Clients clients) throws InterruptedException {
        List<Runnable> work = new ArrayList<>();
        for (int town = 0; town < Town.values().length; town++) {
            int number = town;
            work.add(() -> centres.put(number, completeCentre(number, terms)));
        }
        for (int juror = 0; juror < DemoClient.crowdOfJurors().size(); juror++) {
            int number = juror;
            work.add(() -> jurors.put(number, completeJuror(number, terms)));
        }
        clients.each(work, Runnable::run);
    }

    private Centre completeCentre(int town, Terms terms) {
        Town place = Town.values()[town];
        String siret = as(town, List.of()).actors().centreSiret();
        String name = "Centre fictif de " + place.label();
        String centreId = authority
                .centre(siret)
                .orElseGet(() -> authority.createCentre(siret, name))
                .path("id")
                .asText();
        String site = "Plateau fictif de " + place.label();
        String siteId = authority
                .site(centreId, site)
                .orElseGet(() -> authority.createSite(
                        centreId,
                        site,
                        "1 rue Fictive",
                        place.postalCode(),
                        place.label(),
                        place.insee(),
                        place.timeZone()))
                .path("id")
                .asText();
        List<JsonNode> approvals = authority.approvals(centreId);
        for (int title = 0; title < titles.size(); title++) {
            if (Terms.examines(town, title)) {
                String number = titles.get(title).number();
                missing(approvals, number, terms.approvals(town, title, number))
                        .forEach(p -> onceKnown(
                                number,
                                () -> authority.createApproval(
                                        centreId, siteId, number, null, p.from(), p.to(), "Décision fictive")));
            }
        }
        return new Centre(centreId, siteId);
    }

    private String completeJuror(int juror, Terms terms) {
        String login = login(juror);
        String jurorId = authority
                .juror(login)
                .orElseGet(() -> authority.createJuror(
                        login, "Fictif", "Juré " + Person.spoken(Integer.toString(1_000 + 37 * juror, 36))))
                .path("id")
                .asText();
        List<JsonNode> accreditations = authority.accreditations(jurorId);
        IntStream.range(0, titles.size())
                .filter(title -> Terms.jurors(title).contains(juror))
                .forEach(title -> {
                    String number = titles.get(title).number();
                    missing(accreditations, number, terms.accreditations(juror, title, number))
                            .forEach(p -> onceKnown(
                                    number,
                                    () -> authority.createAccreditation(
                                            jurorId, number, p.from(), p.to(), YEARS_IN_TRADE)));
                });
        return jurorId;
    }

    /** Those of the periods that no existing one touches. */
    private static List<Period> missing(List<JsonNode> existing, String number, List<Period> wanted) {
        return wanted.stream()
                .filter(p -> existing.stream()
                        .filter(e -> e.path("certificationNumber").asText().equals(number))
                        .noneMatch(e -> !day(e, "validFrom").isAfter(p.to())
                                && !day(e, "validTo").isBefore(p.from())))
                .toList();
    }

    private static LocalDate day(JsonNode period, String field) {
        return LocalDate.parse(period.path(field).asText());
    }

    /** Certifications are told by an event: until it arrives, what leans on one is refused. */
    private void onceKnown(String number, Supplier<JsonNode> request) {
        api.patience().await(number + " to be known", () -> {
            try {
                return Optional.of(request.get());
            } catch (ApiException e) {
                if (e.status() == 404 || e.status() == 409 || e.slug().equals("reference-unknown")) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }
}
