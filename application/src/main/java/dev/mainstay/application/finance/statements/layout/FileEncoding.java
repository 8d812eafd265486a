package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.domain.refusal.Invalid;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a file's bytes are characters. */
public enum FileEncoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE),
    WINDOWS_1252(Charset.forName("windows-1252")),
    ISO_8859_1(StandardCharsets.ISO_8859_1);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Charset charset;

    FileEncoding(Charset charset) {
        this.charset = charset;
    }

    /**
     * The encoding of a file: by its byte order mark, else UTF-8 if it is that, else what Windows writes if it uses any of the
     * characters that only Windows has.
     *
     * @throws Invalid if it is a workbook, a PDF, an archive or other bytes that are no text
     */
    static FileEncoding of(byte[] file) {
        if (begins(file, 0xFF, 0xFE)) {
            return UTF_16LE;
        }
        if (begins(file, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        requireText(file);
        int zerosAtEven = zeros(file, 0);
        int zerosAtOdd = zeros(file, 1);
        if (zerosAtEven + zerosAtOdd > 0) {
            return sixteenBits(file, zerosAtEven, zerosAtOdd);
        }
        if (isUtf8(file)) {
            return UTF_8;
        }
        for (byte each : file) {
            if ((each & 0xFF) >= 0x80 && (each & 0xFF) <= 0x9F) {
                return WINDOWS_1252;
            }
        }
        return ISO_8859_1;
    }

    /** The characters, without a byte order mark; what is none becomes the replacement character. */
    String decode(byte[] file) {
        String text = new String(file, charset);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void requireText(byte[] file) {
        if (begins(file, 'P', 'K', 3, 4) || begins(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw notText("is a spreadsheet or an archive; save it as CSV first");
        }
        if (begins(file, '%', 'P', 'D', 'F')) {
            throw notText("is a PDF; ask the bank for a CSV file");
        }
        if (begins(file, 0x1F, 0x8B)) {
            throw notText("is compressed; send what is in it");
        }
    }

    /** Western text has a zero in every other byte, nearly everywhere; anything else with zeros is no text. */
    private static FileEncoding sixteenBits(byte[] file, int zerosAtEven, int zerosAtOdd) {
        int half = file.length / 2;
        if (zerosAtOdd > half * 3 / 4 && zerosAtEven < half / 10) {
            return UTF_16LE;
        }
        if (zerosAtEven > half * 3 / 4 && zerosAtOdd < half / 10) {
            return UTF_16BE;
        }
        throw notText("is no text; send a CSV file");
    }

    private static int zeros(byte[] file, int from) {
        int zeros = 0;
        for (int i = from; i < file.length; i += 2) {
            zeros += file[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean begins(byte[] file, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static Invalid notText(String what) {
        return new Invalid("body", "not_a_table", what);
    }
}
