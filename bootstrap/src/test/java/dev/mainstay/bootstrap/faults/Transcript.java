package dev.mainstay.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mainstay.bootstrap.harness.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a server answered in one conversation, so written that two runs of the same conversation read the same: ids by the order in
 * which they turned up, no times, no tokens, and of the headers those that say something about the answer.
 */
final class Transcript {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z|\\d{8}T\\d{6}Z");
    private static final Pattern REFERRAL = Pattern.compile("(?<=/referrals/)[0-9A-Za-z]+");

    private static final Pattern CURSOR = Pattern.compile("(?<=[?&]cursor=)[\\w-]+");

    /** Values that are random, or measured with a stopwatch. */
    private static final Map<String, String> VARYING = Map.of(
            "accessToken", "(token)",
            "refreshToken", "(token)",
            "requestId", "(request)",
            "next", "(cursor)",
            "focused", "(seconds)",
            "focusedSeconds", "(seconds)",
            "todaySeconds", "(seconds)");

    private static final List<String> HEADERS = List.of("Content-Type", "ETag", "Location", "Cache-Control", "Allow");

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> names = new TreeMap<>();
    private Duration slowest = Duration.ZERO;
    private String slowestRequest = "";

    /** Writes an answer down, and hands it on. */
    Answer note(Answer answer) {
        assertThat(answer.status())
                .as("%s answered %s", answer.request(), answer.body())
                .isLessThan(500);
        if (answer.took().compareTo(slowest) > 0) {
            slowest = answer.took();
            slowestRequest = answer.request();
        }
        var text = new StringBuilder(plain(CURSOR.matcher(answer.request()).replaceAll("(cursor)")))
                .append(" -> ")
                .append(answer.status());
        for (String header : HEADERS) {
            answer.header(header)
                    .ifPresent(value ->
                            text.append("\n  ").append(header).append(": ").append(plain(value)));
        }
        lines.add(text.append("\n  ").append(body(answer)).toString());
        return answer;
    }

    private String body(Answer answer) {
        if (answer.header("Content-Type").filter(type -> type.contains("json")).isEmpty()) {
            return plain(answer.body());
        }
        return plain(answer.json()).toString();
    }

    private JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var plain = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> plain.set(
                            member.getKey(),
                            VARYING.containsKey(member.getKey())
                                            && member.getValue().isValueNode()
                                    ? JsonNodeFactory.instance.textNode(VARYING.get(member.getKey()))
                                    : plain(member.getValue())));
            return plain;
        }
        if (node.isArray()) {
            var plain = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> plain.add(plain(element)));
            return plain;
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(plain(node.textValue())) : node;
    }

    private String plain(String text) {
        String named = ID.matcher(text).replaceAll(id -> names.computeIfAbsent(id.group(), this::nextName));
        named = REFERRAL.matcher(named).replaceAll(code -> names.computeIfAbsent(code.group(), this::nextName));
        named = TIME.matcher(named).replaceAll("(time)");
        return names.getOrDefault(named, named);
    }

    private String nextName(String id) {
        return "#" + (names.size() + 1);
    }

    List<String> lines() {
        return lines;
    }

    /** The request that took longest, for whoever reads the build's output. */
    String slowest() {
        return slowest.toMillis() + " ms for " + plain(slowestRequest);
    }

    Duration longest() {
        return slowest;
    }
}
