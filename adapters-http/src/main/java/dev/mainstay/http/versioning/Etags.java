package dev.mainstay.http.versioning;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Stale;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The strong entity tag of a version, {@code "v3"}, and what a client may say with it. */
public final class Etags {

    private static final Pattern OURS = Pattern.compile("\"v([1-9][0-9]{0,17})(-[0-9a-f]{8})?\"");
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private Etags() {}

    public static String of(Version version) {
        return "\"v" + version.number() + '"';
    }

    /**
     * The tag of an answer that also shows what changes without the version: {@code "v3-1f2e3d4c"}. In {@code If-Match} the
     * version alone counts.
     *
     * @param shown everything else that is shown, with a hash that is the same on every instance
     */
    public static String of(Version version, Object shown) {
        return "\"v" + version.number() + '-'
                + HexFormat.of().toHexDigits(shown.toString().hashCode()) + '"';
    }

    /**
     * The one version that the client's change is meant for.
     *
     * @param ifMatch the header {@code If-Match}; weak tags never match, and neither does {@code *}, which would overwrite a
     *     change that the client has not seen
     * @throws PreconditionRequired if the header is missing or is {@code *}
     * @throws Stale if the header names no version at all, such as a weak tag or a tag that was never given out
     * @throws Invalid if the header is no list of entity tags, or names several versions
     */
    public static Version required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new PreconditionRequired();
        }
        @Nullable Version named = null;
        for (String tag : ifMatch.split(",", -1)) {
            String trimmed = tag.strip();
            if (!TAG.matcher(trimmed).matches()) {
                throw new Invalid("If-Match", "malformed", "must be an entity tag such as \"v3\", was " + trimmed);
            }
            var ours = OURS.matcher(trimmed);
            if (ours.matches()) {
                if (named != null) {
                    throw new Invalid("If-Match", "ambiguous", "must name the one version you have read");
                }
                named = new Version(Long.parseLong(ours.group(1)));
            }
        }
        if (named == null) {
            throw new Stale("stale", "If-Match names no version of this; read it again and send the ETag you get.");
        }
        return named;
    }

    /** Whether the client's {@code If-None-Match} covers the tag, by weak comparison (RFC 9110, 13.1.2). */
    static boolean noneMatchCovers(String ifNoneMatch, String etag) {
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        for (String tag : ifNoneMatch.split(",", -1)) {
            String trimmed = tag.strip();
            if ((trimmed.startsWith("W/") ? trimmed.substring(2) : trimmed).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}
