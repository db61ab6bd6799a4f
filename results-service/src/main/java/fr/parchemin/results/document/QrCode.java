package fr.parchemin.results.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address as a picture that a phone reads (ISO/IEC 18004), sharp at any size on paper. */
final class QrCode {

    /** Dots for each square: a printer of 600 dpi keeps the edges. */
    private static final int DOTS = 8;

    private static final int INK = 0x211D18;
    private static final int PAPER = 0xFFFFFF;

    private QrCode() {}

    /** The picture as the {@code src} of an image. */
    static String of(String address) {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
            int size = squares.getWidth() * DOTS;
            BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    picture.setRGB(x, y, squares.get(x / DOTS, y / DOTS) ? INK : PAPER);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no code holds this address: " + address, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
