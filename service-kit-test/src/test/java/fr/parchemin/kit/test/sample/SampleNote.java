package fr.parchemin.kit.test.sample;

import fr.parchemin.kit.Ids;
import fr.parchemin.kit.web.EntityTags;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A named text. */
@Entity
@Table(name = "sample_note")
class SampleNote {

    @Id
    private UUID id;

    private String name;
    private String text;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SampleNote() {}

    SampleNote(String name, String text) {
        this.id = Ids.next();
        this.name = name;
        this.text = text;
    }

    void say(String newText) {
        this.text = newText;
    }

    SampleNoteView view() {
        return new SampleNoteView(id, name, text, version);
    }

    String tag() {
        return EntityTags.of(id, version);
    }

    String name() {
        return name;
    }
}
