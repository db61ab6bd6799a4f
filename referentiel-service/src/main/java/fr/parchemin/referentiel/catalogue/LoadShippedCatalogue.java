package fr.parchemin.referentiel.catalogue;

import fr.parchemin.referentiel.assessmentplan.Plan;
import fr.parchemin.referentiel.assessmentplan.ReadAssessmentPlan;
import fr.parchemin.referentiel.assessmentplan.ReplaceAssessmentPlan;
import fr.parchemin.referentiel.certification.AdministerCompetences;
import fr.parchemin.referentiel.certification.RecordSheet;
import fr.parchemin.referentiel.certification.RecordSheet.Outcome;
import fr.parchemin.referentiel.certification.SheetSource;
import fr.parchemin.referentiel.feed.FeedEntry;
import fr.parchemin.referentiel.feed.FeedReader;
import fr.parchemin.referentiel.publication.PublishCertification;
import fr.parchemin.referentiel.sheet.StoredJson;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a certification that comes with the service: its sheet by the reader of every import, then our own data. What is
 * loaded already is left alone, and so is what somebody changed since: a newer export, a plan replaced by its certifier.
 */
@ApplicationScoped
public class LoadShippedCatalogue {

    private final ShippedFileRepository files;
    private final RecordSheet recordSheet;
    private final AdministerCompetences administerCompetences;
    private final ReadAssessmentPlan readPlan;
    private final ReplaceAssessmentPlan replacePlan;
    private final PublishCertification publication;
    private final Clock clock;

    LoadShippedCatalogue(
            ShippedFileRepository files,
            RecordSheet recordSheet,
            AdministerCompetences administerCompetences,
            ReadAssessmentPlan readPlan,
            ReplaceAssessmentPlan replacePlan,
            PublishCertification publication,
            Clock clock) {
        this.files = files;
        this.recordSheet = recordSheet;
        this.administerCompetences = administerCompetences;
        this.readPlan = readPlan;
        this.replacePlan = replacePlan;
        this.publication = publication;
        this.clock = clock;
    }

    /**
     * Loads {@code catalogue/<number>.xml} and {@code .json} unless they were loaded with the same content before.
     *
     * @return what became of the certification
     */
    @Transactional
    public Outcome load(String number) {
        String xml = resource(number + ".xml");
        String json = resource(number + ".json");
        String hash = StoredJson.hash(xml, json);
        files.awaitTurn();
        ShippedFile before = files.findById(number);
        if (before != null && before.holds(hash)) {
            return Outcome.UNCHANGED;
        }
        AdministeredData ours = StoredJson.read(json, AdministeredData.class);
        Outcome outcome = recordSheet(number, xml);
        boolean changed = administerCompetences.administer(number, ours.acronym(), ours.labelsByBlock());
        String planHash = before == null ? null : before.planHash();
        Plan plan = ours.assessmentPlan();
        if (plan != null && isStillOurs(number, planHash)) {
            changed |= replacePlan.load(number, plan, SheetSource.SHIPPED);
            planHash = readPlan.contentHash(number).orElse(null);
        }
        if (before == null) {
            files.persist(new ShippedFile(number, hash, planHash, clock.instant()));
        } else {
            before.loaded(hash, planHash, clock.instant());
        }
        if (outcome == Outcome.UNCHANGED && changed) {
            outcome = Outcome.CHANGED;
        }
        publication.publish(number, outcome, readPlan.published(number).orElse(null));
        Log.infof("Shipped catalogue: %s %s", number, outcome);
        return outcome;
    }

    private Outcome recordSheet(String number, String xml) {
        FeedReader feed = new FeedReader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        if (feed.next() instanceof FeedEntry.Read read && read.sheet().number().equals(number)) {
            return recordSheet.record(
                    read.sheet(),
                    read.partners(),
                    new SheetSource(SheetSource.SHIPPED, feed.version(), null, clock.instant()));
        }
        throw new IllegalStateException("catalogue/" + number + ".xml does not begin with the sheet of " + number);
    }

    /** Whether the plan in force is the one that came with the service, or there is none. */
    private boolean isStillOurs(String number, @Nullable String shippedBefore) {
        Optional<String> inForce = readPlan.contentHash(number);
        return inForce.isEmpty() || inForce.get().equals(shippedBefore);
    }

    private static String resource(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("catalogue/" + name)) {
            if (in == null) {
                throw new IllegalStateException("catalogue/" + name + " does not come with the service");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
