package fr.parchemin.referentiel.sheet;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;

/** Texts as they lie in the database: a Zstandard frame (RFC 8878) of UTF-8. The same text gives the same bytes. */
public final class Packed {

    private static final int LEVEL = 1;

    private Packed() {}

    public static byte[] pack(byte[] text) {
        return Zstd.compress(text, LEVEL);
    }

    public static String unpack(byte[] packed) {
        long size = Zstd.getFrameContentSize(packed);
        return new String(Zstd.decompress(packed, Math.toIntExact(size)), StandardCharsets.UTF_8);
    }
}
