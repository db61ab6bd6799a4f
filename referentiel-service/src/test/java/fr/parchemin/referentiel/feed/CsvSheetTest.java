package fr.parchemin.referentiel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.parchemin.referentiel.sheet.AccessRoute;
import fr.parchemin.referentiel.sheet.Partner;
import fr.parchemin.referentiel.sheet.RawElement;
import fr.parchemin.referentiel.sheet.Sheet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetTest {

    private static final String FICHE = """
            <FICHES><FICHE><ID_FICHE>12</ID_FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE>
            <INTITULE>Chargé d'affaires</INTITULE><ABREGE><CODE>TP</CODE><LIBELLE>Titre professionnel</LIBELLE></ABREGE>
            <NOMENCLATURE_EUROPE><NIVEAU>NIV5</NIVEAU><LIBELLE>Niveau 5</LIBELLE></NOMENCLATURE_EUROPE>
            <CODES_NSF><NSF><CODE>251</CODE><LIBELLE>Mécanique générale</LIBELLE></NSF></CODES_NSF>
            <CCN_1><NUMERO>3025</NUMERO><LIBELLE>Banque</LIBELLE></CCN_1>
            <CERTIFICATEURS><CERTIFICATEUR><SIRET_CERTIFICATEUR>73282932000074</SIRET_CERTIFICATEUR>
            <NOM_CERTIFICATEUR>FICTIF</NOM_CERTIFICATEUR><SITE_INTERNET>https://example.org</SITE_INTERNET><SIGLE>F</SIGLE></CERTIFICATEUR></CERTIFICATEURS>
            <PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>A</NOM_PARTENAIRE><SIRET_PARTENAIRE>73282932000074</SIRET_PARTENAIRE>
            <HABILITATION_PARTENAIRE>HABILITATION_FORMER</HABILITATION_PARTENAIRE><ETAT_HABILITATION>Actif</ETAT_HABILITATION><DATE_ACTIF>2023</DATE_ACTIF>
            </PARTENAIRE></PARTENAIRES>
            <BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP1BC01</CODE><LIBELLE>Vendre</LIBELLE>
            <LISTE_COMPETENCES>- vendre</LISTE_COMPETENCES></BLOC_COMPETENCES></BLOCS_COMPETENCES>
            <SI_JURY_FI><ACTIF>Oui</ACTIF><COMPOSITION>Trois</COMPOSITION></SI_JURY_FI>
            <ACCESSIBLE_POLYNESIE_FRANCAISE>Non</ACCESSIBLE_POLYNESIE_FRANCAISE><DATE_DECISION>03/04/2023</DATE_DECISION>
            <DATE_FIN_ENREGISTREMENT>01/02/2028</DATE_FIN_ENREGISTREMENT><ACTIF>Oui</ACTIF></FICHE></FICHES>""";

    private final FeedEntry.Read known = read();

    private static FeedEntry.Read read() {
        if (new FeedReader(new ByteArrayInputStream(FICHE.getBytes(StandardCharsets.UTF_8))).next()
                instanceof FeedEntry.Read entry) {
            return entry;
        }
        throw new AssertionError("no sheet");
    }

    private CsvSheet rows() {
        CsvSheet rows = new CsvSheet("RNCP1");
        rows.add(
                CsvFile.STANDARD,
                List.of(
                        "RNCP1",
                        "12",
                        "Chargé d''affaires",
                        "TP",
                        "Titre professionnel",
                        "NIV5",
                        "Niveau 5",
                        "",
                        "",
                        "",
                        "",
                        "01/02/2028",
                        "",
                        "",
                        "",
                        "ACTIVE"));
        rows.add(CsvFile.NSF, List.of("RNCP1", "251", "251 : Mécanique générale"));
        rows.add(CsvFile.CERTIFIERS, List.of("RNCP1", "\t73282932000074", "FICTIF"));
        rows.add(CsvFile.PARTNERS, List.of("RNCP1", "A", "\t73282932000074", "HABILITATION_FORMER"));
        rows.add(CsvFile.BLOCKS, List.of("RNCP1", "RNCP1BC01", "Vendre"));
        rows.add(CsvFile.ROUTES, List.of("RNCP1", "Après un parcours de formation sous statut d'élève ou d'étudiant"));
        rows.add(CsvFile.AGREEMENTS, List.of("RNCP1", "3025", "Banque", "", "", "", ""));
        return rows;
    }

    @Test
    void theSameSaidInCsvChangesNothing() {
        CsvSheet rows = rows();
        assertThat(rows.sheet(known.sheet(), known.partners())).isEqualTo(known.sheet());
        assertThat(rows.partners(known.partners())).isEqualTo(known.partners());
        assertThat(rows.warnings()).isEmpty();
    }

    @Test
    void whatCsvDoesNotSpeakOfStays() {
        CsvSheet rows = rows();
        rows.add(CsvFile.BLOCKS, List.of("RNCP1", "RNCP1BC02", "Conseiller"));
        rows.add(CsvFile.ROUTES, List.of("RNCP1", "Par expérience"));
        rows.add(CsvFile.PARTNERS, List.of("RNCP1", "B", "", "HABILITATION_ORGANISER"));
        Sheet after = rows.sheet(known.sheet(), known.partners());
        assertThat(after.blocks()).hasSize(2);
        assertThat(after.blocks().getFirst().competencesText()).isEqualTo("- vendre");
        assertThat(after.accessRoutes())
                .extracting(Sheet.Route::route)
                .containsExactly(AccessRoute.INITIAL, AccessRoute.EXPERIENCE);
        assertThat(after.accessRoutes().getFirst().juryComposition()).isEqualTo("Trois");
        assertThat(rows.partners(known.partners()))
                .extracting(Partner::name, Partner::state)
                .containsExactly(tuple("A", "Actif"), tuple("B", null));
    }

    @Test
    void whatIsLeftWithinAListGoesWhenTheSetHasAnotherList() {
        assertThat(known.sheet().other())
                .extracting(RawElement::name)
                .containsExactly(
                        "CCN_1", "CERTIFICATEURS/CERTIFICATEUR[1]/SIGLE", "PARTENAIRES/PARTENAIRE[1]/DATE_ACTIF");
        CsvSheet rows = rows();
        rows.add(CsvFile.PARTNERS, List.of("RNCP1", "B", "", "HABILITATION_ORGANISER"));
        assertThat(rows.sheet(known.sheet(), known.partners()).other())
                .extracting(RawElement::name)
                .containsExactly("CCN_1", "CERTIFICATEURS/CERTIFICATEUR[1]/SIGLE");
    }

    @Test
    void aNewSheetHasWhatCsvSays() {
        Sheet sheet = rows().sheet(null, List.of());
        assertThat(sheet.title()).isEqualTo("Chargé d'affaires");
        assertThat(sheet.level()).isEqualTo(new Sheet.Level("NIV5", 5, "Niveau 5"));
        assertThat(sheet.active()).isTrue();
        assertThat(sheet.validity().registrationEndsOn()).hasToString("2028-02-01");
        assertThat(sheet.nsf()).containsExactly(new Sheet.Coded("251", "Mécanique générale"));
        assertThat(sheet.other()).extracting(RawElement::name).containsExactly("CCN_1");
        assertThat(sheet.objectives()).isNull();
    }

    @Test
    void whatCannotBeReadIsSaid() {
        CsvSheet rows = new CsvSheet("RNCP1");
        rows.add(
                CsvFile.STANDARD,
                List.of(
                        "RNCP1",
                        "",
                        "T",
                        "",
                        "",
                        "REPRISE",
                        "Sans niveau",
                        "peut-être",
                        "",
                        "31/02/2024",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "?"));
        rows.add(CsvFile.ROUTES, List.of("RNCP1", "Par magie"));
        Sheet sheet = rows.sheet(null, List.of());
        assertThat(sheet.level()).isEqualTo(new Sheet.Level("REPRISE", null, "Sans niveau"));
        assertThat(rows.warnings()).hasSize(4);
        assertThat(new CsvSheet("RNCP1").isComplete()).isFalse();
    }

    @Test
    void whatCannotBeReadDoesNotEraseWhatIsKnown() {
        CsvSheet rows = new CsvSheet("RNCP1");
        List<String> standard = new ArrayList<>(Collections.nCopies(16, ""));
        standard.set(0, "RNCP1");
        standard.set(1, "douze");
        standard.set(2, "Chargé d'affaires");
        standard.set(11, "31/02/2028");
        rows.add(CsvFile.STANDARD, standard);

        Sheet sheet = rows.sheet(known.sheet(), known.partners());

        assertThat(sheet.sheetId()).isEqualTo(12);
        assertThat(sheet.validity()).isEqualTo(known.sheet().validity());
        assertThat(rows.warnings())
                .containsExactly("Id_Fiche douze is no number", "Date_Fin_Enregistrement 31/02/2028 is no date");
    }
}
