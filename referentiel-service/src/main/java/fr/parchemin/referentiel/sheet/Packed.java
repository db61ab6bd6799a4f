package fr.parchemin.referentiel.sheet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.nio.charset.StandardCharsets;

/** Texts as they lie in the database: a Zstandard frame (RFC 8878) of UTF-8. The same text gives the same bytes. */
public final class Packed {

    private static final int LEVEL = 1;

    /** To make one costs as much as to unpack a sheet with it, and a good part of packing one. */
    private static final ThreadLocal<ZstdCompressCtx> PACKING =
            ThreadLocal.withInitial(() -> new ZstdCompressCtx().setLevel(LEVEL));

    private static final ThreadLocal<ZstdDecompressCtx> UNPACKING = ThreadLocal.withInitial(ZstdDecompressCtx::new);

    private Packed() {}

    public static byte[] pack(byte[] text) {
        return PACKING.get().compress(text);
    }

    public static String unpack(byte[] packed) {
        return new String(unpackBytes(packed), StandardCharsets.UTF_8);
    }

    /** The same without decoding it. */
    public static byte[] unpackBytes(byte[] packed) {
        return UNPACKING.get().decompress(packed, Math.toIntExact(Zstd.getFrameContentSize(packed)));
    }
}
