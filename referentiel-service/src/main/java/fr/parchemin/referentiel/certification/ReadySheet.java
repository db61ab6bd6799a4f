package fr.parchemin.referentiel.certification;

import fr.parchemin.kit.web.EntityTags;

/** The JSON of a sheet, with its tag. */
final class ReadySheet {

    private static final int OBJECTS_AROUND = 200;

    private final String tag;
    private final byte[] json;

    /** @param json a whole {@link SheetView} */
    ReadySheet(StoredCertification certification, byte[] json) {
        this.tag = tag("json", certification.number(), certification.version(), certification.active());
        this.json = json;
    }

    /** The day may end a registration without any write, so it is part of the tag with the version. */
    static String tag(String what, String number, int version, boolean active) {
        return EntityTags.of(what, number, version, active);
    }

    String tag() {
        return tag;
    }

    /** Tag of the same version with its {@linkplain PlainTexts texts made plain}. */
    String plainTag() {
        return tag + "-plain";
    }

    /** Not to be changed. */
    byte[] json() {
        return json;
    }

    /** Bytes of memory that it takes. */
    int weight() {
        return json.length + OBJECTS_AROUND;
    }
}
