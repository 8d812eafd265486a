package dev.mainstay.bootstrap.finance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.AtOnce;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank's file is looked at, told what it means, and booked, each row once. */
class StatementsE2E {

    private static final String FINANCE = "/api/v1/finance";

    private static final String FILE = """
            Umsatzanzeige;Datei erstellt am: 09.12.2025 15:23

            IBAN;DE02 1203 0000 0000 2020 51

            Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Betrag;Währung
            05.12.2025;05.12.2025;Bäcker;Lastschrift;Brot;-3,50;EUR
            05.12.2025;05.12.2025;Bäcker;Lastschrift;Brot;-3,50;EUR
            04.12.2025;04.12.2025;Firma;Gehalt/Rente;Lohn Dezember;2.000,00;EUR
            03.12.2025;03.12.2025;Kiosk;Lastschrift;Zeitung;-4,00;USD
            """;

    private final Api api = MainstayServer.shared().newUser().api();
    private String account = "";

    @BeforeEach
    void open() {
        account = api.post(FINANCE + "/accounts", Map.of("kind", "BANK", "name", "Giro", "currency", "EUR"))
                .expect(201)
                .text("id");
    }

    @Test
    void a_file_is_previewed_booked_in_part_and_known_again_wherever_it_overlaps() {
        var statement = upload(FILE);
        assertThat(statement.text("layout/encoding")).isEqualTo("ISO_8859_1");
        assertThat(statement.text("layout/headerLine")).isEqualTo("5");
        assertThat(statement.text("layout/columns/AMOUNT/0")).isEqualTo("5");
        assertThat(statement.text("counts/fresh")).isEqualTo("3");
        assertThat(statement.text("moneyIn/amount")).isEqualTo("2000.00");
        assertThat(statement.text("moneyOut/amount")).isEqualTo("-7.00");
        assertThat(statement.text("problems/0/code")).isEqualTo("other_currency");
        assertThat(statement.text("rows/0/payee")).isEqualTo("Bäcker");
        String path = FINANCE + "/statements/" + statement.text("id");

        var once = api.header("Idempotency-Key", "book-1").ifMatch(statement.etag());
        var chosen = Map.of("rows", List.of(1, 3, 4));
        var first = once.post(path + "/commit", chosen).expect(200);
        assertThat(outcomes(first)).containsExactly("BOOKED", "BOOKED", "REFUSED");
        assertThat(once.post(path + "/commit", chosen).expect(200).body()).isEqualTo(first.body());
        assertThat(balance()).isEqualTo("1996.50");
        assertThat(states(api.get(path + "/rows"))).containsExactly("BOOKED", "NEW", "BOOKED", "REFUSED");
        assertThat(states(api.get(path + "/rows?state=NEW"))).hasSize(1);

        var overlapping = upload(FILE.replace(
                "05.12.2025;05.12.2025;Bäcker;Lastschrift;Brot;-3,50;EUR\n0",
                "07.12.2025;07.12.2025;Neu;;;-1,00;EUR\n0"));
        assertThat(overlapping.json().get("remembered").asBoolean()).isTrue();
        assertThat(states(api.get(FINANCE + "/statements/" + overlapping.text("id") + "/rows")))
                .containsExactly("NEW", "DUPLICATE", "DUPLICATE", "REFUSED");
        api.post(path + "/commit", Map.of()).expect(200);
        assertThat(balance()).isEqualTo("1993.00");

        api.delete(path).expect(428);
        api.ifMatch(statement.etag()).delete(path).expect(204);
        api.get(path).expectProblem(404, "statement_not_found");
        assertThat(upload(FILE).text("counts/duplicate")).isEqualTo("3");
    }

    @Test
    void of_many_who_book_the_same_at_once_one_does() throws InterruptedException {
        String one = FINANCE + "/statements/" + upload(FILE).text("id") + "/commit";
        String other = FINANCE + "/statements/" + upload(FILE).text("id") + "/commit";
        var answers = AtOnce.many(6, i -> api.post(i % 2 == 0 ? one : other, Map.of()));

        assertThat(answers.stream()
                        .mapToInt(answer ->
                                answer.expect(200).json().get("booked").asInt())
                        .sum())
                .isEqualTo(3);
        assertThat(balance()).isEqualTo("1993.00");
    }

    @Test
    void what_was_found_out_wrong_is_told_and_what_cannot_be_is_refused() {
        var statement = upload(FILE);
        String path = FINANCE + "/statements/" + statement.text("id");
        api.put(path + "/layout", Map.of("encoding", "UTF_8")).expect(428);
        var wrong = api.ifMatch(statement.etag())
                .put(path + "/layout", Map.of("encoding", "UTF_8"))
                .expect(200);
        assertThat(wrong.text("layout/header/2")).isEqualTo("Auftraggeber/Empf\uFFFDnger");
        api.ifMatch(statement.etag()).post(path + "/commit", Map.of()).expect(412);
        var told = Map.of("columns", Map.of("DATE", List.of(1), "AMOUNT", List.of(5), "TEXT", List.of(2, 3)));
        var right = api.ifMatch(wrong.etag()).put(path + "/layout", told).expect(200);
        assertThat(right.text("rows/0/text")).isEqualTo("Bäcker Lastschrift");

        var latest = api.ifMatch(right.etag());
        for (var bad : List.of(
                Map.of("columns", Map.of("DATE", List.of(1))),
                Map.of("columns", Map.of("DAY", List.of(1))),
                Map.of("delimiter", ";;"),
                Map.of("dateStyle", "WHENEVER"),
                Map.of("headerLine", 99))) {
            latest.put(path + "/layout", bad).expectProblem(400, "invalid");
        }
        api.post(path + "/commit", Map.of("rows", List.of(9))).expectProblem(400, "invalid");
        for (String none : List.of("hello", "a;b\n1;2\n", "%PDF-1.7")) {
            csv().post(FINANCE + "/accounts/" + account + "/statements", none).expectProblem(400, "invalid");
        }
    }

    @Test
    void another_s_account_and_statement_are_not_there() {
        String path = FINANCE + "/statements/" + upload(FILE).text("id");
        var stranger = MainstayServer.shared().newUser().api();
        stranger.get(path).expect(404);
        stranger.get(path + "/rows").expect(404);
        stranger.post(path + "/commit", Map.of()).expect(404);
        stranger.get(FINANCE + "/accounts/" + account + "/statements").expect(404);
        stranger.header("Content-Type", "text/csv")
                .post(FINANCE + "/accounts/" + account + "/statements", FILE)
                .expect(404);
        assertThat(api.get(FINANCE + "/accounts/" + account + "/statements")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    private Api csv() {
        return api.header("Content-Type", "text/csv");
    }

    private Answer upload(String file) {
        return csv().send("POST", FINANCE + "/accounts/" + account + "/statements", file.getBytes(ISO_8859_1))
                .expect(201);
    }

    private String balance() {
        return api.get(FINANCE + "/accounts/" + account).expect(200).text("balance/posted/amount");
    }

    private static List<String> outcomes(Answer committed) {
        return each(committed.json().get("rows"), "outcome");
    }

    private static List<String> states(Answer rows) {
        return each(rows.expect(200).json().get("items"), "state");
    }

    private static List<String> each(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(member).asText())
                .toList();
    }
}
