package dev.mainstay.application.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Text as people and their programs send it, brought into the one form in which it is stored (Unicode NFC). */
public final class Typed {

    private Typed() {}

    /** A line, without space around it. */
    public static String line(String text) {
        return Normalizer.normalize(text, Form.NFC).strip();
    }

    /** Text whose lines end as lines end here. */
    public static String text(String text) {
        return Normalizer.normalize(text, Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
    }
}
