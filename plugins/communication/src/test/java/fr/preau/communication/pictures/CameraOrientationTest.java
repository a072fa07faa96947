package fr.preau.communication.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CameraOrientationTest {

    private static final String JPEG = "FFD8";
    private static final String EXIF_OF_38_BYTES = "FFE10022" + "457869660000";

    @Test
    void aCameraHeldUprightIsReadFromBothOrdersOfBytes() {
        assertThat(
                        of(
                                JPEG
                                        + EXIF_OF_38_BYTES
                                        + "49492A00080000000100"
                                        + "120103000100000006000000"
                                        + "00000000"))
                .isEqualTo(6);
        assertThat(
                        of(
                                JPEG
                                        + EXIF_OF_38_BYTES
                                        + "4D4D002A000000080001"
                                        + "011200030000000100080000"
                                        + "00000000"))
                .isEqualTo(8);
    }

    @Test
    void whatComesBeforeItIsPassedOver() {
        String jfif = "FFE00010" + "4A46494600010100000100010000";
        assertThat(
                        of(
                                JPEG
                                        + jfif
                                        + EXIF_OF_38_BYTES
                                        + "49492A00080000000100"
                                        + "120103000100000003000000"
                                        + "00000000"))
                .isEqualTo(3);
    }

    @Test
    void brokenAndForeignFilesAreUpright() {
        assertThat(of("")).isEqualTo(1);
        assertThat(of("89504E470D0A1A0A")).isEqualTo(1);
        assertThat(of(JPEG + "FFE1FFFF45786966")).isEqualTo(1);
        assertThat(
                        of(
                                JPEG
                                        + EXIF_OF_38_BYTES
                                        + "49492A00FFFFFF7F0100"
                                        + "120103000100000006000000"
                                        + "00000000"))
                .isEqualTo(1);
        assertThat(
                        of(
                                JPEG
                                        + EXIF_OF_38_BYTES
                                        + "49492A00080000000100"
                                        + "120103000100000063000000"
                                        + "00000000"))
                .isEqualTo(1);
    }

    private static int of(String hex) {
        return CameraOrientation.of(HexFormat.of().parseHex(hex));
    }
}
