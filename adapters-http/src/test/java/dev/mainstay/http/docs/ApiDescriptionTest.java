package dev.mainstay.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.yaml.snakeyaml.Yaml;

/** The finished description says of every operation what a client must know. */
@TestInstance(Lifecycle.PER_CLASS)
class ApiDescriptionTest {

    private Map<String, Object> document;
    private List<Operation> operations;

    private record Operation(String method, String path, Map<String, Object> node) {
        @Override
        public String toString() {
            return method + ' ' + path;
        }

        String text(String field) {
            return String.valueOf(node.get(field));
        }
    }

    @BeforeAll
    void read() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ApiDocuments.class.getClassLoader().getResourceAsStream(ApiDocuments.RESOURCE),
                "no finished description: the build's step finish-openapi has not run")) {
            document = YamlNode.map(new Yaml().load(file));
        }
        operations = new ArrayList<>();
        YamlNode.map(document.get("paths"))
                .forEach((path, item) -> YamlNode.map(item)
                        .forEach((method, node) -> operations.add(new Operation(method, path, YamlNode.map(node)))));
    }

    @Test
    void it_is_openapi_3_1_and_covers_the_api() {
        assertThat(document.get("openapi")).isEqualTo("3.1.0");
        assertThat(operations)
                .extracting(Operation::path)
                .contains("/api/v1/auth/login", "/api/v1/me", "/api/v1/users");
        assertThat(operations).extracting(Operation::path).allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void each_operation_has_a_name_of_its_own_and_says_where_its_data_comes_from() {
        assertThat(operations).extracting(each -> each.text("operationId")).doesNotHaveDuplicates();
        assertThat(operations).allSatisfy(each -> {
            assertThat(each.text("summary")).isNotBlank().isNotEqualTo("null");
            assertThat(each.text("description")).containsPattern("Data: (facts|view|signal)");
            assertThat(YamlNode.list(each.node().get("tags"))).hasSize(1);
        });
    }

    @Test
    void each_operation_names_the_problems_it_may_answer() {
        assertThat(operations).allSatisfy(each -> {
            var responses = YamlNode.map(each.node().get("responses"));
            assertThat(responses).containsKeys("400", "429", "503");
            assertThat(responses.containsKey("401") || each.node().containsKey("security"))
                    .isTrue();
        });
    }

    @Test
    void the_caller_is_no_part_of_the_api() {
        assertThat(new Yaml().dump(document)).doesNotContain("#/components/schemas/Caller", "nullable");
    }

    @Test
    void only_what_must_be_open_is_open() {
        assertThat(operations)
                .filteredOn(each -> each.node().containsKey("security"))
                .extracting(Operation::path)
                .allMatch(path -> path.startsWith("/api/v1/auth/") || path.startsWith("/api/v1/plans"));
    }

    @Test
    void a_creating_post_takes_an_idempotency_key_and_a_change_takes_if_match() {
        assertThat(operation("post /api/v1/referrals").node().toString()).contains("parameters/IdempotencyKey");
        assertThat(operation("patch /api/v1/me").node().toString()).contains("parameters/IfMatch");
    }

    private Operation operation(String name) {
        return operations.stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
