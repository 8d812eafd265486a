package dev.mainstay.http.docs;

import java.util.List;
import java.util.Map;

/** The handshake of the WebSocket, which is no controller's and so is described here. */
final class LiveOperation {

    private static final String PATH = """
            /api/v1/live:
              get:
                operationId: connectLive
                tags: [Live]
                summary: Connect to live updates
                description: >-
                  The handshake of a WebSocket (RFC 6455) that tells what the caller's focus session and home page are now, and each
                  change; its protocol is described in adapters-http/docs/live.md. A browser, which cannot set Authorization here,
                  sends the token as the subprotocol bearer.<token> beside mainstay.v1. Data: view planner:focus:user:{id} and
                  view widgets:home:user:{id}, hints of changes are a signal.
                responses:
                  "101": {description: The connection speaks WebSocket from here on.}
                  "426":
                    description: This is no handshake of a WebSocket; the header Upgrade names what to upgrade to.
                    headers:
                      Upgrade: {required: true, schema: {type: string}, example: websocket}
                      Sec-WebSocket-Version: {required: true, schema: {type: string}, example: "13"}
                    content:
                      application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}
                  default:
                    description: Any other refusal.
                    content:
                      application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}
            """;
    private static final String TAG = """
            name: Live
            description: What changes, as it changes.
            """;

    private LiveOperation() {}

    static void addTo(Map<String, Object> document) {
        YamlNode.child(document, "paths").putAll(PlainYaml.read(PATH));
        List<Object> tags = YamlNode.list(document.get("tags"));
        tags.add(PlainYaml.read(TAG));
    }
}
