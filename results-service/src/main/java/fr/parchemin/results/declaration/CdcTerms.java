package fr.parchemin.results.declaration;

import fr.parchemin.kit.problem.ProblemException;
import fr.parchemin.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who declares to the Caisse des Dépôts, and what their rules leave open (parameters {@code cdc.*}). */
@ApplicationScoped
class CdcTerms {

    private final Optional<String> emitterClientId;
    private final Optional<String> certifierClientId;
    private final Optional<String> contractId;
    private final String depositor;
    private final FluxSchema.Version schemaVersion;
    private final Period deadline;
    private final Period warning;
    private final int maxPassages;
    private final long maxBytes;
    private final boolean deleteOnWithdrawal;

    /**
     * @param emitterClientId {@code cdc.emitter-client-id}: 8 characters, given by the Caisse des Dépôts
     * @param certifierClientId {@code cdc.certifier-client-id}: likewise; the emitter's by default
     * @param contractId {@code cdc.contract-id}: 1 to 20 characters, given by the Caisse des Dépôts
     * @param depositor {@code cdc.depositor}: CERTIFICATEUR or TIERS_CONFIANCE
     * @param schemaVersion {@code cdc.schema-version}: 1.1.2 or 1.1.5; deletions need the latter
     * @param deadline {@code cdc.deadline} (D1): time to declare, from the award
     * @param warning {@code cdc.warning} (D1): how long before its end a declaration is listed as due
     * @param maxPassages {@code cdc.max-passages} (D12)
     * @param maxBytes {@code cdc.max-bytes} (D12)
     * @param deleteOnWithdrawal {@code cdc.delete-on-withdrawal} (D11)
     */
    CdcTerms(
            @ConfigProperty(name = "cdc.emitter-client-id") Optional<String> emitterClientId,
            @ConfigProperty(name = "cdc.certifier-client-id") Optional<String> certifierClientId,
            @ConfigProperty(name = "cdc.contract-id") Optional<String> contractId,
            @ConfigProperty(name = "cdc.depositor", defaultValue = "CERTIFICATEUR") String depositor,
            @ConfigProperty(name = "cdc.schema-version", defaultValue = "1.1.5") String schemaVersion,
            @ConfigProperty(name = "cdc.deadline", defaultValue = "P3M") String deadline,
            @ConfigProperty(name = "cdc.warning", defaultValue = "P30D") String warning,
            @ConfigProperty(name = "cdc.max-passages", defaultValue = "200000") int maxPassages,
            @ConfigProperty(name = "cdc.max-bytes", defaultValue = "200000000") long maxBytes,
            @ConfigProperty(name = "cdc.delete-on-withdrawal", defaultValue = "true") boolean deleteOnWithdrawal) {
        this.emitterClientId = emitterClientId;
        this.certifierClientId = certifierClientId.or(() -> emitterClientId);
        this.contractId = contractId;
        this.depositor = depositor;
        this.schemaVersion = FluxSchema.Version.of(schemaVersion);
        this.deadline = Period.parse(deadline);
        this.warning = Period.parse(warning);
        this.maxPassages = maxPassages;
        this.maxBytes = maxBytes;
        this.deleteOnWithdrawal = deleteOnWithdrawal;
    }

    /**
     * Who sends and for whom, as every flux names them.
     *
     * @param depositor nature of the depositor
     */
    record Sender(String emitterClientId, String certifierClientId, String contractId, String depositor) {}

    /**
     * Who declares.
     *
     * @throws ProblemException 422 naming every setting that is missing, malformed or refused by the schema
     */
    Sender sender() {
        List<Violation> missing = new ArrayList<>();
        require(emitterClientId, "cdc.emitter-client-id", 8, 8, missing);
        require(certifierClientId, "cdc.certifier-client-id", 8, 8, missing);
        require(contractId, "cdc.contract-id", 1, 20, missing);
        if (!missing.isEmpty()) {
            throw ProblemException.rulesBroken(missing);
        }
        Sender sender = new Sender(
                emitterClientId.orElseThrow(), certifierClientId.orElseThrow(), contractId.orElseThrow(), depositor);
        List<Violation> refused = refused(sender);
        if (!refused.isEmpty()) {
            throw ProblemException.rulesBroken(refused);
        }
        return sender;
    }

    /** What the schema would not let through: the head of a file is everybody's, and would have all of them set aside. */
    private List<Violation> refused(Sender sender) {
        String client = "FICTIF00";
        String contract = "FICTIF";
        String nature = "CERTIFICATEUR";
        List<Violation> refused = new ArrayList<>();
        ask("cdc.emitter-client-id", new Sender(sender.emitterClientId(), client, contract, nature), refused);
        ask("cdc.certifier-client-id", new Sender(client, sender.certifierClientId(), contract, nature), refused);
        ask("cdc.contract-id", new Sender(client, client, sender.contractId(), nature), refused);
        ask("cdc.depositor", new Sender(client, client, contract, sender.depositor()), refused);
        return refused;
    }

    private void ask(String setting, Sender alone, List<Violation> refused) {
        List<String> faults = FluxSchema.faults(schemaVersion, FluxFormat.sample(alone, schemaVersion));
        if (!faults.isEmpty()) {
            refused.add(Violation.ofRule(
                    "R140",
                    "The setting %s is refused by the schema %s: ask the operator. %s"
                            .formatted(setting, schemaVersion.number(), faults.getFirst())));
        }
    }

    private static void require(
            Optional<String> setting, String name, int shortest, int longest, List<Violation> missing) {
        if (setting.filter(s -> s.length() >= shortest && s.length() <= longest).isEmpty()) {
            missing.add(Violation.ofRule(
                    "R140",
                    "The setting %s, given by the Caisse des Dépôts, has to have %s characters: ask the operator."
                            .formatted(name, shortest == longest ? longest : shortest + " to " + longest)));
        }
    }

    FluxSchema.Version schemaVersion() {
        return schemaVersion;
    }

    LocalDate dueOn(LocalDate awardedOn) {
        return awardedOn.plus(deadline);
    }

    /** The last due day that a list of what is due soon has. */
    LocalDate dueSoon(LocalDate today) {
        return today.plus(warning);
    }

    int maxPassages() {
        return maxPassages;
    }

    long maxBytes() {
        return maxBytes;
    }

    boolean deleteOnWithdrawal() {
        return deleteOnWithdrawal;
    }
}
