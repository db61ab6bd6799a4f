package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes records as the XML feed V4.1 has them. */
final class SheetXml {

    private static final byte[] CDATA = "<![CDATA[".getBytes(UTF_8);
    private static final byte[] CDATA_END = "]]>".getBytes(UTF_8);
    private static final byte[] AMPERSAND = "amp;".getBytes(UTF_8);
    private static final byte[] YES = "Oui".getBytes(UTF_8);
    private static final byte[] NO = "Non".getBytes(UTF_8);
    private static final byte[][] PARTNER_STATES = {
        "Actif".getBytes(UTF_8), "Inactif".getBytes(UTF_8), "Supprimé".getBytes(UTF_8)
    };
    private static final byte[][] AUTHORISATIONS = {
        Rows.AUTHORISATIONS[0].getBytes(UTF_8),
        Rows.AUTHORISATIONS[1].getBytes(UTF_8),
        Rows.AUTHORISATIONS[2].getBytes(UTF_8)
    };

    private static final Tag PARTNER = Tag.of("PARTENAIRE");
    private static final Tag PARTNER_NAME = Tag.of("NOM_PARTENAIRE");
    private static final Tag PARTNER_SIRET = Tag.of("SIRET_PARTENAIRE");
    private static final Tag PARTNER_AUTHORISATION = Tag.of("HABILITATION_PARTENAIRE");
    private static final Tag PARTNER_STATE = Tag.of("ETAT_HABILITATION");
    private static final Tag SINCE = Tag.of("DATE_ACTIF");
    private static final Tag STATE_CHANGED = Tag.of("DATE_DERNIERE_MODIFICATION_ETAT");

    private final Map<String, Tag> tags = new HashMap<>();
    private final Bytes out;
    private final Bytes name = new Bytes();
    private final Prose prose;
    private final SheetTexts texts;
    private final Rows rows;
    private final int today;

    /** @param today day 0 of the register, counted since 1970-01-01 */
    SheetXml(Bytes out, Rows rows, int today) {
        this.out = out;
        this.rows = rows;
        this.today = today;
        this.prose = new Prose(out);
        this.texts = new SheetTexts(out, this, today);
    }

    void write(Facts facts) {
        Outline outline = facts.outline();
        Draw draw = outline.draw(80);
        open("FICHE").put('\n');
        begin("ID_FICHE").put(1_000 + outline.number());
        end("ID_FICHE");
        begin("NUMERO_FICHE").put(outline.kind().name()).put(outline.number());
        end("NUMERO_FICHE");
        links(
                "ANCIENNES_CERTIFICATIONS",
                "ANCIENNE_CERTIFICATION",
                facts.links().older());
        links(
                "NOUVELLES_CERTIFICATIONS",
                "NOUVELLE_CERTIFICATION",
                facts.links().newer());
        begin("INTITULE");
        prose.title(outline.kind(), outline.draw(81));
        end("INTITULE");
        if (facts.abbreviation() instanceof Coded abbreviation) {
            coded("ABREGE", abbreviation);
        }
        text("ETAT_FICHE", state(outline, draw));
        level(outline, draw);
        coded("CODES_NSF", "NSF", facts.nsf());
        coded("FORMACODES", "FORMACODE", facts.formacodes());
        coded("CODES_IDCC", "IDCC", facts.agreements());
        certifiers(outline);
        if (outline.partners() > 0 || draw.chance(6_000)) {
            yesNo("EXISTENCE_PARTENAIRES", outline.partners() > 0);
        }
        partners(outline);
        texts.write(facts);
        days(facts);
        text("TYPE_ENREGISTREMENT", outline.onRequest() ? "Enregistrement sur demande" : "Enregistrement de droit");
        if (outline.kind() == Kind.RS) {
            yesNo("VALIDATION_PARTIELLE", draw.chance(500));
            if (draw.chance(3_000)) {
                number("DUREE_VALIDITE", draw.between(1, 5));
            }
        }
        if (draw.chance(20)) {
            text("MODALITE_INCONNUE", "valeur d'une version à venir");
        }
        yesNo("ACTIF", outline.runs());
        end("FICHE");
    }

    Bytes begin(String tag) {
        return out.put(tag(tag).open());
    }

    void end(String tag) {
        out.put(tag(tag).close());
    }

    /** A tag with elements in it. */
    Bytes open(String tag) {
        return begin(tag);
    }

    void text(String tag, String text) {
        begin(tag).put(text);
        end(tag);
    }

    void number(String tag, int number) {
        begin(tag).put(number);
        end(tag);
    }

    void yesNo(String tag, boolean yes) {
        begin(tag).put(yes ? YES : NO);
        end(tag);
    }

    void day(String tag, int day) {
        if (day != 0) {
            begin(tag).day(day);
            end(tag);
        }
    }

    /** Begins a long text, as it is until {@link #endLong}. */
    void beginLong(String tag) {
        begin(tag).put(CDATA);
    }

    void endLong(String tag) {
        out.put(CDATA_END);
        end(tag);
    }

    void coded(String wrapper, String tag, List<Coded> entries) {
        if (entries.isEmpty()) {
            return;
        }
        open(wrapper).put('\n');
        entries.forEach(e -> coded(tag, e));
        end(wrapper);
    }

    private void coded(String tag, Coded entry) {
        open(tag).put('\n');
        begin("CODE").put(entry.code());
        end("CODE");
        begin("LIBELLE").put(entry.label());
        end("LIBELLE");
        end(tag);
    }

    private static String state(Outline outline, Draw draw) {
        if (draw.chance(150)) {
            return draw.chance(5_000) ? "Modifications à valider" : "Modifications à valider par le ministère";
        }
        return outline.active() || draw.chance(7_000) ? "Publiée" : "Dépubliée/Archivée";
    }

    private void level(Outline outline, Draw draw) {
        String level = Rows.level(outline.level());
        if (outline.kind() == Kind.RS || level == null && draw.chance(3_000)) {
            return;
        }
        open("NOMENCLATURE_EUROPE").put('\n');
        text("NIVEAU", level == null ? "AUCUN" : level);
        text("LIBELLE", level == null ? "Sans niveau spécifique" : "Niveau " + outline.level());
        end("NOMENCLATURE_EUROPE");
    }

    private void links(String wrapper, String tag, List<String> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        open(wrapper).put('\n');
        for (String number : numbers) {
            open(tag).put('\n');
            text("ID_FICHE_" + tag, number);
            end(tag);
        }
        end(wrapper);
    }

    private void certifiers(Outline outline) {
        open("CERTIFICATEURS").put('\n');
        Rows.certifiers(outline, (certifier, siretKnown, active) -> {
            open("CERTIFICATEUR").put('\n');
            if (siretKnown) {
                certifier.siret(begin("SIRET_CERTIFICATEUR"));
                end("SIRET_CERTIFICATEUR");
            }
            begin("NOM_CERTIFICATEUR");
            name(certifier);
            end("NOM_CERTIFICATEUR");
            text("ETAT_CERTIFICATEUR", active ? "Actif" : "Inactif");
            day("DATE_DERNIERE_MODIFICATION_ETAT", today - certifier.index() % 3_000);
            if (certifier.index() % 3 == 0) {
                begin("NOM_COMMERCIAL").put("Maison ").put(certifier.index());
                end("NOM_COMMERCIAL");
                begin("SITE_INTERNET")
                        .put("https://www.certificateur-")
                        .put(certifier.index())
                        .put(".example");
                end("SITE_INTERNET");
            }
            end("CERTIFICATEUR");
        });
        end("CERTIFICATEURS");
    }

    private void partners(Outline outline) {
        if (outline.partners() == 0) {
            return;
        }
        open("PARTENAIRES").put('\n');
        rows.partners(outline, (partner, siretKnown, authorisation, state, age, stateAge) -> {
            out.put(PARTNER.open()).put('\n').put(PARTNER_NAME.open());
            name(partner);
            out.put(PARTNER_NAME.close());
            if (siretKnown) {
                partner.siret(out.put(PARTNER_SIRET.open()));
                out.put(PARTNER_SIRET.close());
            }
            out.put(PARTNER_AUTHORISATION.open()).put(AUTHORISATIONS[authorisation]);
            out.put(PARTNER_AUTHORISATION.close())
                    .put(PARTNER_STATE.open())
                    .put(PARTNER_STATES[state])
                    .put(PARTNER_STATE.close());
            out.put(SINCE.open()).day(today - age).put(SINCE.close());
            out.put(STATE_CHANGED.open()).day(today - stateAge).put(STATE_CHANGED.close());
            out.put(PARTNER.close());
        });
        end("PARTENAIRES");
    }

    private void days(Facts facts) {
        Outline outline = facts.outline();
        if (!outline.onRequest()) {
            day("DATE_DE_PUBLICATION", facts.journal() + 3);
        }
        day("DATE_EFFET", facts.effect());
        day("DATE_DECISION", facts.decision());
        day("DATE_DERNIER_JO", facts.journal());
        if (outline.onRequest()) {
            number("DUREE_ENREGISTREMENT", 1 + outline.index() % 5);
        }
        day("DATE_FIN_ENREGISTREMENT", facts.end());
        day("DATE_LIMITE_DELIVRANCE", facts.lastAward());
    }

    private void name(Organisation organisation) {
        name.clear();
        organisation.name(name);
        for (int i = 0; i < name.size(); i++) {
            out.put((char) (name.at(i) & 0xff));
            if (name.at(i) == '&') {
                out.put(AMPERSAND);
            }
        }
    }

    private Tag tag(String tagName) {
        return tags.computeIfAbsent(tagName, Tag::of);
    }
}
