package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Session;

/**
 * Where a login comes from.
 *
 * @param device what the client says it is ({@code User-Agent}); stored shortened
 * @param address the network address; stored as a keyed hash alone
 */
public record Origin(String device, String address) {

    String shortDevice() {
        String printable = device.replaceAll("\\p{Cntrl}", " ").strip();
        if (printable.isEmpty()) {
            return "unknown device";
        }
        return printable.length() <= Session.MAX_DEVICE_LENGTH
                ? printable
                : printable.substring(0, Session.MAX_DEVICE_LENGTH);
    }
}
