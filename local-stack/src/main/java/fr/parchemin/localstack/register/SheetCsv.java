package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes records as the ten CSV files have them. */
final class SheetCsv {

    /** The files in the order of the archive, with their columns; two names as they come from another file system. */
    static final Map<String, List<String>> FILES = files();

    private static final List<byte[]> ROUTES = List.of(
            "Après un parcours de formation sous statut d’élève ou d’étudiant".getBytes(UTF_8),
            "En contrat d’apprentissage".getBytes(UTF_8),
            "Après un parcours de formation continue".getBytes(UTF_8),
            "En contrat de professionnalisation".getBytes(UTF_8),
            "Par candidature individuelle".getBytes(UTF_8),
            "Par expérience".getBytes(UTF_8));

    private final Bytes out;
    private final Bytes value = new Bytes();
    private final Prose prose = new Prose(value);
    private final Rows rows;
    private boolean rowBegun;

    SheetCsv(Bytes out, Rows rows) {
        this.out = out;
        this.rows = rows;
    }

    private static Map<String, List<String>> files() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put(
                "Standard",
                List.of(
                        "Id_Fiche",
                        "Numero_Fiche",
                        "Intitule",
                        "Abrege_Libelle",
                        "Abrege_Intitule",
                        "Nomenclature_Europe_Niveau",
                        "Nomenclature_Europe_Intitule",
                        "Accessible_Nouvelle_Caledonie",
                        "Accessible_Polynesie_Francaise",
                        "Date_dernier_jo",
                        "Date_Decision",
                        "Date_Fin_Enregistrement",
                        "Date_Effet",
                        "Type_Enregistrement",
                        "Validation_Partielle",
                        "Actif"));
        files.put("Blocs_De_Compétences", List.of("Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"));
        files.put("Certificateurs", List.of("Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"));
        files.put(
                "Partenaires",
                List.of("Numero_Fiche", "Nom_Partenaire", "Siret_Partenaire", "Habilitation_Partenaire"));
        files.put("Nsf", List.of("Numero_Fiche", "Nsf_Code", "Nsf_Intitule"));
        files.put("Formacode", List.of("Numero_Fiche", "Formacode_Code", "Formacode_Libelle"));
        files.put("Rome", List.of("Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"));
        files.put("VoixdAcce\u0300s", List.of("Numero_Fiche", "Si_Jury"));
        files.put(
                "CCN",
                List.of(
                        "Numero_Fiche",
                        "Ccn_1_Numero",
                        "Ccn_1_Libelle",
                        "Ccn_2_Numero",
                        "Ccn_2_Libelle",
                        "Ccn_3_Numero",
                        "Ccn_3_Libelle"));
        files.put(
                "Ancienne_Nouvelle_Certification",
                List.of("Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"));
        return files;
    }

    void header(String file) {
        for (String column : Objects.requireNonNull(FILES.get(file))) {
            text(column);
        }
        endRow();
    }

    void write(String file, Facts facts) {
        Outline outline = facts.outline();
        switch (file) {
            case "Standard" -> standard(facts);
            case "Blocs_De_Compétences" -> blocks(outline);
            case "Certificateurs" ->
                Rows.certifiers(outline, (certifier, siretKnown, active) -> {
                    number(outline);
                    siret(certifier, siretKnown);
                    certifier.name(value);
                    field();
                    endRow();
                });
            case "Partenaires" ->
                rows.partners(outline, (partner, siretKnown, authorisation, state, age, stateAge) -> {
                    number(outline);
                    partner.name(value);
                    field();
                    siret(partner, siretKnown);
                    text(Rows.AUTHORISATIONS[authorisation]);
                    endRow();
                });
            case "Nsf" -> coded(outline, facts.nsf(), true, false);
            case "Formacode" -> coded(outline, facts.formacodes(), true, false);
            case "Rome" -> coded(outline, facts.rome(), false, true);
            case "CCN" -> agreements(outline, facts.agreements());
            case "Ancienne_Nouvelle_Certification" -> links(outline, facts.links());
            default -> routes(facts);
        }
    }

    private void standard(Facts facts) {
        Outline outline = facts.outline();
        value.put(1_000 + outline.number());
        field();
        number(outline);
        prose.title(outline.kind(), outline.draw(81));
        field();
        if (facts.abbreviation() instanceof Coded abbreviation) {
            value.put(abbreviation.code());
            field();
            value.put(abbreviation.label());
        } else {
            field();
        }
        field();
        String level = Rows.level(outline.level());
        boolean unnamed = outline.kind() == Kind.RS;
        text(level != null ? level : unnamed ? "" : "REPRISE");
        text(level != null ? "Niveau " + outline.level() : unnamed ? "" : "Sans niveau – repris d'un ancien registre");
        text("");
        text("");
        day(facts.journal());
        day(facts.decision());
        day(facts.end());
        day(facts.effect());
        text(outline.onRequest() ? "Enregistrement sur demande" : "Enregistrement de droit");
        text(unnamed ? "Non" : "");
        text(outline.runs() ? "ACTIVE" : "INACTIVE");
        endRow();
    }

    private void blocks(Outline outline) {
        for (int i = 1; i <= outline.blocks(); i++) {
            number(outline);
            SheetTexts.blockCode(value, outline, i);
            field();
            SheetTexts.blockName(prose, outline, i);
            field();
            endRow();
        }
    }

    private void coded(Outline outline, List<Coded> entries, boolean codeInLabel, boolean doubled) {
        for (Coded entry : entries) {
            number(outline);
            value.put(entry.code());
            field();
            if (codeInLabel) {
                value.put(entry.code()).put(' ').put(':').put(' ');
            }
            for (byte b : entry.label()) {
                value.put((char) (b & 0xff));
                if (doubled && b == '\'' && outline.index() % 2 == 0) {
                    value.put('\'');
                }
            }
            field();
            endRow();
        }
    }

    private void agreements(Outline outline, List<Coded> entries) {
        if (entries.isEmpty()) {
            return;
        }
        number(outline);
        for (int i = 0; i < 3; i++) {
            if (i < entries.size()) {
                value.put(entries.get(i).code());
                field();
                value.put(entries.get(i).label());
            } else {
                field();
            }
            field();
        }
        endRow();
    }

    private void links(Outline outline, Links links) {
        for (String older : links.older()) {
            number(outline);
            text(older);
            text("");
            endRow();
        }
        for (String newer : links.newer()) {
            number(outline);
            text("");
            text(newer);
            endRow();
        }
    }

    private void routes(Facts facts) {
        for (int i = 0; i < ROUTES.size(); i++) {
            if (facts.isOpen(i)) {
                number(facts.outline());
                value.put(ROUTES.get(i));
                field();
                endRow();
            }
        }
    }

    private void number(Outline outline) {
        value.put(outline.kind().name()).put(outline.number());
        field();
    }

    /** A SIRET stands behind a tabulator, as it does in the published files. */
    private void siret(Organisation organisation, boolean known) {
        if (known) {
            organisation.siret(value.put('\t'));
        }
        field();
    }

    private void day(int day) {
        if (day != 0) {
            value.day(day);
        }
        field();
    }

    private void text(String text) {
        value.put(text);
        field();
    }

    /** Ends a field with the value that was put together; an empty one has no quotes. */
    private void field() {
        if (rowBegun) {
            out.put(';');
        }
        rowBegun = true;
        if (value.size() > 0) {
            out.put('"');
            for (int i = 0; i < value.size(); i++) {
                if (value.at(i) == '"') {
                    out.put('"');
                }
                out.put((char) (value.at(i) & 0xff));
            }
            out.put('"');
        }
        value.clear();
    }

    private void endRow() {
        out.put('\r').put('\n');
        rowBegun = false;
    }
}
