package fr.parchemin.localstack.register;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An element's two tags as bytes, each as the one that begins or ends a line. */
record Tag(byte[] open, byte[] close) {

    static Tag of(String name) {
        return new Tag(("<" + name + ">").getBytes(UTF_8), ("</" + name + ">\n").getBytes(UTF_8));
    }
}
