package dev.mainstay.bootstrap.coherence.load;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The bytes of requests. */
public record Requests(String headers) {

    /** Requests of nobody in particular. */
    public static final Requests ANONYMOUS = new Requests("");

    /** Requests of whom the access token was issued to. */
    public static Requests of(String accessToken) {
        return new Requests("Authorization: Bearer " + accessToken + "\r\n");
    }

    public Requests with(String name, String value) {
        return new Requests(headers + name + ": " + value + "\r\n");
    }

    public byte[] get(String path) {
        return request("GET", path, "");
    }

    public byte[] delete(String path) {
        return request("DELETE", path, "");
    }

    /** With a body of JSON, or none if it is empty. */
    public byte[] request(String method, String path, String json) {
        byte[] body = json.getBytes(UTF_8);
        String type = json.isEmpty() ? "" : "Content-Type: application/json\r\n";
        String length = json.isEmpty() && !method.equals("POST") ? "" : "Content-Length: " + body.length + "\r\n";
        byte[] head = "%s %s HTTP/1.1\r\nHost: localhost\r\n%s%s%s\r\n"
                .formatted(method, path, headers, type, length)
                .getBytes(UTF_8);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
