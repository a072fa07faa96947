package fr.preau.communication.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the camera was held, as the first of the Exif data of a JPEG says (TIFF 6.0, tag 274). */
final class CameraOrientation {

    static final int UPRIGHT = 1;

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int EXIF = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION = 274;

    private CameraOrientation() {}

    /**
     * @param head the first 64 kB of the file, or all of it
     * @return 1 to 8; upright where nothing is said
     */
    static int of(byte[] head) {
        try {
            return inJpeg(ByteBuffer.wrap(head));
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException cutShort) {
            return UPRIGHT;
        }
    }

    private static int inJpeg(ByteBuffer file) {
        if (unsigned(file.getShort()) != START_OF_IMAGE) {
            return UPRIGHT;
        }
        while (true) {
            int marker = unsigned(file.getShort());
            int length = unsigned(file.getShort()) - 2;
            if (marker == START_OF_SCAN || marker < 0xFF00 || length < 0) {
                return UPRIGHT;
            }
            if (marker == EXIF && length > 14) {
                // « Exif », two zeros, and then a TIFF file of its own.
                ByteBuffer tiff = file.slice(file.position() + 6, length - 6);
                return inTiff(tiff);
            }
            file.position(file.position() + length);
        }
    }

    private static int inTiff(ByteBuffer tiff) {
        boolean littleEndian = tiff.getShort() == 0x4949;
        tiff.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(4);
        tiff.position(tiff.getInt());
        int entries = unsigned(tiff.getShort());
        for (int i = 0; i < entries; i++) {
            int tag = unsigned(tiff.getShort());
            tiff.position(tiff.position() + 6);
            int value = unsigned(tiff.getShort());
            tiff.position(tiff.position() + 2);
            if (tag == ORIENTATION) {
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }
}
