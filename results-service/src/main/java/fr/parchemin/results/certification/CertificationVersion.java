package fr.parchemin.results.certification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A certification under one version of its assessment plan, copied from the référentiel. A version of a plan never changes: a session is
 * judged under the version that it named when it was declared.
 */
@Entity
@Table(name = "certification_version")
public class CertificationVersion {

    /** Number and version of the plan. */
    @Embeddable
    public record Key(
            @Column(name = "number") String number,
            @Column(name = "plan_version") int planVersion) {}

    @EmbeddedId
    private Key key;

    @Column(name = "title")
    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "blocks")
    private List<Block> blocks;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "plan")
    private Plan plan;

    @SuppressWarnings("NullAway.Init")
    protected CertificationVersion() {}

    CertificationVersion(Key key, String title, List<Block> blocks, Plan plan) {
        this.key = key;
        this.title = title;
        this.blocks = List.copyOf(blocks);
        this.plan = plan;
    }

    public String number() {
        return key.number();
    }

    public String title() {
        return title;
    }

    public List<Block> blocks() {
        return blocks;
    }

    public Plan plan() {
        return plan;
    }

    /**
     * What is examined under this code: one of {@link #blocks()}, or a complementary certificate (CCS), which is no block of
     * the title.
     */
    public Block block(String code) {
        return blocks.stream().filter(b -> b.code().equals(code)).findFirst().orElseGet(() -> complement(code));
    }

    private Block complement(String code) {
        return plan.complements().stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + code + " in the plan of " + number()));
    }

    /**
     * Takes over what it is called now. Which blocks and competences it is made of stays as first told: the register may give
     * the title other ones under the same plan, and a session is judged by those it was declared with (R15).
     */
    void refresh(String newTitle, List<Block> newBlocks, Plan newPlan) {
        title = newTitle;
        blocks = blocks.isEmpty()
                ? List.copyOf(newBlocks)
                : blocks.stream().map(block -> block.retold(newBlocks)).toList();
        plan = newPlan;
    }
}
