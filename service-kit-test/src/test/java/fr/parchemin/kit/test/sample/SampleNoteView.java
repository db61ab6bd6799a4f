package fr.parchemin.kit.test.sample;

import java.util.UUID;

record SampleNoteView(UUID id, String name, String text, int version) {}
