package fr.parchemin.localstack.register;

import java.util.List;

/** Writes the long texts of a record, its blocks, access routes and figures into the XML feed. */
final class SheetTexts {

    private static final Words ASSESSMENT = Words.of("assessment");
    private static final Words JURY = Words.of("jury");
    private static final Words PREREQUISITE = Words.of("prerequisite");
    private static final Words SECTOR = Words.of("sector");
    private static final Words LAW = Words.of("law");
    private static final List<String> FIGURES = List.of(
            "NOMBRE_CERTIFIES",
            "NOMBRE_CERTIFIES_VAE",
            "TAUX_INSERTION_GLOBAL_6MOIS",
            "TAUX_INSERTION_METIER_6MOIS",
            "TAUX_INSERTION_METIER_2ANS");
    /** One record in so many has its blocks coded 01, 02 … without its own number. */
    private static final int SHORT_CODES = 9_001;

    private final Bytes out;
    private final SheetXml xml;
    private final Prose prose;
    private final int today;

    SheetTexts(Bytes out, SheetXml xml, int today) {
        this.out = out;
        this.xml = xml;
        this.prose = new Prose(out);
        this.today = today;
    }

    void write(Facts facts) {
        Outline outline = facts.outline();
        Draw draw = outline.draw(90);
        int scale = outline.kind() == Kind.RS ? 60 : outline.active() ? 150 : 85;
        xml.beginLong("OBJECTIFS_CONTEXTE");
        prose.paragraphs(outline.draw(1_000 + outline.textEdition()), scale * draw.between(4, 14));
        xml.endLong("OBJECTIFS_CONTEXTE");
        if (draw.chance(9_600)) {
            xml.beginLong("ACTIVITES_VISEES");
            prose.paragraphs(draw, scale * draw.between(8, 32) * (draw.chance(100) ? 5 : 1));
            xml.endLong("ACTIVITES_VISEES");
        }
        if (draw.chance(9_700)) {
            xml.beginLong("CAPACITES_ATTESTEES");
            prose.list(draw, scale * draw.between(8, 38) * (draw.chance(100) ? 8 : 1));
            xml.endLong("CAPACITES_ATTESTEES");
        }
        some("SECTEURS_ACTIVITE", SECTOR, draw, 9_000, 5);
        if (draw.chance(8_500)) {
            xml.beginLong("TYPE_EMPLOI_ACCESSIBLES");
            for (int i = draw.between(2, 6); i > 0; i--) {
                prose.title(Kind.RNCP, draw);
                out.put('\n');
            }
            xml.endLong("TYPE_EMPLOI_ACCESSIBLES");
        }
        xml.coded("CODES_ROME", "ROME", facts.rome());
        some("REGLEMENTATIONS_ACTIVITES", LAW, draw, 5_000, 2);
        some("PREREQUIS_ENTREE_FORMATION", PREREQUISITE, draw, 6_000, 2);
        some("PREREQUIS_VALIDATION_CERTIFICATION", PREREQUISITE, draw, 5_000, 2);
        blocks(outline, draw);
        correspondences(facts, draw);
        routes(facts, draw);
        if (draw.chance(3_000)) {
            xml.yesNo("ACCESSIBLE_NOUVELLE_CALEDONIE", draw.chance(2_000));
            xml.yesNo("ACCESSIBLE_POLYNESIE_FRANCAISE", draw.chance(2_000));
        }
        statistics(outline, draw);
        journal(facts, draw);
        if (draw.chance(3_000)) {
            xml.beginLong("LIEN_URL_DESCRIPTION");
            boolean html = draw.chance(500);
            out.put(html ? "<a href=\"" : "").put("https://fiches.example/").put(outline.number());
            out.put(html ? "\">fiche</a>" : "");
            xml.endLong("LIEN_URL_DESCRIPTION");
        }
    }

    /** Code of a block of a record. */
    static void blockCode(Bytes out, Outline outline, int number) {
        if (outline.index() % SHORT_CODES != 4_000) {
            out.put(outline.kind().name()).put(outline.number()).put('B').put('C');
        }
        out.padded(number, 2);
    }

    /** Name of a block of a record. */
    static void blockName(Prose prose, Outline outline, int number) {
        prose.task(outline.draw(2_000 + number));
    }

    private void some(String tag, Words lines, Draw draw, int chance, int atMost) {
        if (draw.chance(chance)) {
            xml.beginLong(tag);
            prose.some(lines, draw, draw.between(1, atMost));
            xml.endLong(tag);
        } else if (draw.chance(1_000)) {
            xml.text(tag, "");
        }
    }

    private void blocks(Outline outline, Draw draw) {
        if (outline.blocks() == 0) {
            return;
        }
        xml.open("BLOCS_COMPETENCES").put('\n');
        for (int number = 1; number <= outline.blocks(); number++) {
            xml.open("BLOC_COMPETENCES").put('\n');
            blockCode(xml.begin("CODE"), outline, number);
            xml.end("CODE");
            xml.begin("LIBELLE");
            blockName(prose, outline, number);
            xml.end("LIBELLE");
            xml.beginLong("LISTE_COMPETENCES");
            prose.list(draw, draw.between(250, 2_300));
            xml.endLong("LISTE_COMPETENCES");
            some("MODALITES_EVALUATION", ASSESSMENT, draw, 9_500, 5);
            some("PREREQUIS_ENTREE_FORMATION_BLOC", PREREQUISITE, draw, 1_000, 1);
            some("PREREQUIS_VALIDATION_BLOC", PREREQUISITE, draw, 1_000, 1);
            xml.end("BLOC_COMPETENCES");
        }
        xml.end("BLOCS_COMPETENCES");
    }

    private void correspondences(Facts facts, Draw draw) {
        Outline outline = facts.outline();
        if (outline.blocks() == 0 || facts.links().older().isEmpty()) {
            return;
        }
        String older = facts.links().older().getFirst();
        xml.open("CORRESPONDANCES").put('\n');
        int last = draw.between(1, outline.blocks());
        for (int number = 1; number <= last; number++) {
            xml.open("CORRESPONDANCE").put('\n');
            xml.open("SOURCE").put('\n');
            xml.open("BLOC_COMPETENCES").put('\n');
            blockCode(xml.begin("CODE"), outline, number);
            xml.end("CODE");
            xml.end("BLOC_COMPETENCES");
            xml.end("SOURCE");
            xml.open("DESTINATION").put('\n');
            xml.text("NUMERO_FICHE", older);
            xml.open("BLOC_COMPETENCES").put('\n');
            xml.begin("CODE").put(older).put("BC").padded(number, 2);
            xml.end("CODE");
            xml.end("BLOC_COMPETENCES");
            xml.end("DESTINATION");
            xml.end("CORRESPONDANCE");
        }
        xml.end("CORRESPONDANCES");
    }

    private void routes(Facts facts, Draw draw) {
        for (int route = 0; route < Facts.ROUTES.size(); route++) {
            String tag = "SI_JURY_" + Facts.ROUTES.get(route);
            boolean open = facts.isOpen(route);
            if (!open && draw.chance(2_000)) {
                continue;
            }
            xml.open(tag).put('\n');
            xml.yesNo("ACTIF", open);
            if (open) {
                some("COMPOSITION", JURY, draw, 8_500, 7);
                xml.day("DATE_DERNIERE_MODIFICATION", draw.chance(6_000) ? facts.journal() : 0);
            }
            xml.end(tag);
        }
    }

    private void statistics(Outline outline, Draw draw) {
        if (!draw.chance(outline.active() ? 7_000 : 1_500)) {
            return;
        }
        int thisYear = 1970 + (int) (today * 400L / 146_097);
        xml.open("STATISTIQUES_PROMOTIONS").put('\n');
        for (int year = thisYear - draw.between(1, 4); year < thisYear; year++) {
            xml.open("STATISTIQUES_PROMOTION").put('\n');
            xml.number("ANNEE", year);
            for (int i = 0; i < FIGURES.size(); i++) {
                if (draw.chance(7_000)) {
                    xml.number(FIGURES.get(i), draw.between(0, i == 0 ? 900 : 100));
                }
            }
            xml.end("STATISTIQUES_PROMOTION");
        }
        xml.end("STATISTIQUES_PROMOTIONS");
    }

    private void journal(Facts facts, Draw draw) {
        if (!draw.chance(8_000)) {
            return;
        }
        String tag = facts.outline().onRequest() ? "PUBLICATION_DECRET_AUTRE" : "PUBLICATION_DECRET_CREATION";
        xml.open(tag).put('\n');
        for (int i = draw.between(1, 4); i > 0; i--) {
            xml.open("PUBLICATION_JO").put('\n');
            xml.begin("TITRE").put("Arrêté inventé relatif à : ");
            prose.task(draw);
            xml.end("TITRE");
            xml.day("DATE_PUBLICATION_JO", facts.journal() - 300 * i);
            xml.end("PUBLICATION_JO");
        }
        xml.end(tag);
    }
}
