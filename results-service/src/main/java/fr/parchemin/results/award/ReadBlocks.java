package fr.parchemin.results.award;

import fr.parchemin.results.capital.Acquisition;
import fr.parchemin.results.capital.KeepCapital;
import fr.parchemin.results.certification.Block;
import fr.parchemin.results.certification.CertificationSheet;
import fr.parchemin.results.certification.CertificationVersion;
import fr.parchemin.results.certification.CopyCertification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Tells what an award covers: the blocks that were judged, whatever the register has made of the title since (R15). */
@ApplicationScoped
public class ReadBlocks {

    private final KeepCapital capital;
    private final CopyCertification certifications;

    ReadBlocks(KeepCapital capital, CopyCertification certifications) {
        this.capital = capital;
        this.certifications = certifications;
    }

    /**
     * Every block of a title, or the one block or complementary certificate, as in the version under which it was judged; of a
     * title granted by decision, as the blocks stand.
     */
    @Transactional
    public List<Block> of(Award award) {
        Acquisition acquisition =
                capital.acquisitions(List.of(award.candidateId())).get(award.acquisitionId());
        if (acquisition == null) {
            CertificationSheet sheet =
                    certifications.sheets(Set.of(award.certificationNumber())).get(award.certificationNumber());
            return sheet == null ? List.of() : sheet.blocks();
        }
        CertificationVersion version = certifications.version(award.certificationNumber(), acquisition.planVersion());
        return award.blockCode() == null ? version.blocks() : List.of(version.block(award.blockCode()));
    }
}
