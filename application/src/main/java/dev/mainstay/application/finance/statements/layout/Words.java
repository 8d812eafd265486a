package dev.mainstay.application.finance.statements.layout;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which banks name columns and say what a booking is, in English, German, French, Dutch, Spanish and Italian. */
final class Words {

    /** A currency at the end of a heading: {@code Betrag (€)}, {@code Amount (GBP)}, {@code Umsatz in EUR}. */
    private static final Pattern CURRENCY = Pattern.compile(
            "(?:\\s+(?:in|en))?\\s*(?:\\(\\s*([\\p{Sc}]|[A-Z]{3})\\s*\\)|\\s([A-Z]{3}|[\\p{Sc}]))\\s*$");

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> NO_CURRENCY = Set.of("BIC", "PAN", "REF", "PIN", "TAN", "SUM", "TYP", "TXT");

    /** For each role its headings, the most telling first. */
    private static final Map<ColumnRole, String> HEADINGS = Map.ofEntries(
            entry(
                    ColumnRole.DATE,
                    "buchungstag|buchungsdatum|booking date|posting date|post date|posted date|date posted|posted|buchung|"
                            + "completed date|date completed|finished on|date comptable|date de comptabilisation|date operation|"
                            + "date d operation|date de l operation|dateop|boekdatum|boekingsdatum|fecha contable|fecha operacion|"
                            + "fecha de operacion|f operacion|data contabile|data operazione|data registrazione|transaction date|"
                            + "transaktionsdatum|date transaction|date de transaction|transactiedatum|datum|date|fecha|data|"
                            + "belegdatum|umsatzdatum|umsatztag|kaufdatum|started date|created on|abschlussdatum|day|tag|"
                            + "date time|datum uhrzeit|utc date|data movimento|trans date|trn date|book date"),
            entry(
                    ColumnRole.VALUE_DATE,
                    "wertstellung|wertstellungsdatum|wertstellung valuta|valutadatum|valuta|valuta datum|wert|value date|"
                            + "effective date|date de valeur|date valeur|dateval|rentedatum|valutadag|fecha valor|f valor|"
                            + "data valuta|valuedate"),
            entry(
                    ColumnRole.AMOUNT,
                    "betrag|umsatz|amount|transaction amount|montant|montant operation|montant de l operation|bedrag|"
                            + "transactiebedrag|importe|importo|brutto|gross|bruto|brut|lordo|betrag in kontowahrung|"
                            + "betrag eur|amount eur|total amount|montant en euros|montant operation en euro|montant euros|"
                            + "buchungsbetrag|umsatzbetrag|value|importe operacion|importe eur|einzelbetrag|sum|transaktionsbetrag|"
                            + "bedrag bij af|importo eur|importo euro|cantidad|betrag der zahlung"),
            entry(
                    ColumnRole.DEBIT,
                    "soll|debit|debits|debit amount|money out|paid out|withdrawal|withdrawals|withdrawal amt|withdrawal amount|"
                            + "ausgang|ausgange|belastung|lastschrift|ausgaben|auszahlung|debit euros|debit eur|montant debit|"
                            + "af|uitgaven|debet|cargo|cargos|adeudo|debe|salida|gasto|gastos|addebiti|addebito|uscite|uscita|"
                            + "dare|payments out|spent|out|amount debit|importe cargo|debito|dare euro|avere out"),
            entry(
                    ColumnRole.CREDIT,
                    "haben|credit|credits|credit amount|money in|paid in|deposit|deposits|deposit amt|deposit amount|eingang|"
                            + "eingange|gutschrift|gutschriften|einnahmen|einzahlung|credit euros|credit eur|montant credit|bij|"
                            + "inkomsten|abono|abonos|haber|entrada|ingreso|ingresos|accrediti|accredito|entrate|entrata|avere|"
                            + "payments in|received|in|amount credit|importe abono|credito"),
            entry(
                    ColumnRole.DIRECTION,
                    "af bij|bij af|soll haben|soll haben kennzeichen|s h|sh|debit credit|credit debit|debit or credit|d c|dc|c d|"
                            + "cr dr|dr cr|credit debit indicator|debit credit indicator|kennzeichen|umsatztyp|direction|sens|"
                            + "debit credit code|vorzeichen|sign|transaction direction|cd|debet credit|dare avere|debe haber"),
            entry(
                    ColumnRole.EFFECT,
                    "auswirkung auf guthaben|balance impact|impact sur le solde|effetto sul saldo|repercusion en el saldo|"
                            + "invloed op saldo|effect op saldo"),
            entry(
                    ColumnRole.CURRENCY,
                    "wahrung|waehrung|currency|devise|munt|valuta code|valutacode|moneda|divisa|valuta wahrung|ccy|"
                            + "currency code|buchungswahrung|kontowahrung|account currency|muntsoort|monnaie|transaction currency"),
            entry(
                    ColumnRole.PAYEE,
                    "beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|auftraggeber empfanger|"
                            + "beguenstigter auftraggeber|begunstigter auftraggeber|auftraggeber begunstigter|"
                            + "auftraggeber beguenstigter|empfanger auftraggeber|auftraggeber zahlungsempfanger|name zahlungsbeteiligter|"
                            + "zahlungsbeteiligter|name des partners|partner name|partnername|partner|payee|counter party|counterparty|"
                            + "counterparty name|counter party name|naam omschrijving|naam tegenpartij|tegenpartij|naam tegenrekening|"
                            + "name|merchant name|merchant|handler|empfanger|beguenstigter|begunstigter|naam|contrepartie|tiers|"
                            + "nom|nom de la contrepartie|beneficiario|ordenante|contraparte|beneficiario ordenante|controparte|"
                            + "nome|zahlungsempfanger|from to|to from|payee name payer|recipient payer|vendor|gegenpartei|"
                            + "beneficiary originator|name gegenkonto|kontoinhaber gegenkonto"),
            entry(
                    ColumnRole.PAYER,
                    "zahlungspflichtige r|zahlungspflichtiger|auftraggeber|payer name|payer|sender|sender name|"
                            + "source name|donneur d ordre|opdrachtgever|ordinante"),
            entry(
                    ColumnRole.RECIPIENT,
                    "zahlungsempfanger in|zahlungsempfanger innen|payee name|recipient|recipient name|target name|"
                            + "beneficiaire|begunstigde|destinatario"),
            entry(
                    ColumnRole.TEXT,
                    "verwendungszweck|verwendungszweckzeile 1|verwendungszweckzeile 2|verwendungszweckzeile 3|"
                            + "verwendungszweck zeile 1|verwendungszweck zeile 2|zahlungsreferenz|payment reference|transaction details|"
                            + "description|transaction description|details|memo|narrative|particulars|reference text|"
                            + "libelle|libelle operation|libelle de l operation|libelle simplifie|informations complementaires|"
                            + "detail|mededelingen|omschrijving|omschrijving 1|omschrijving 2|omschrijving 3|concepto|"
                            + "descripcion|observaciones|movimiento|mas datos|descrizione|descrizione operazione|descrizione completa|"
                            + "causale|causale descrizione|dettagli|beschreibung|beschreibung 1|beschreibung 2|beschreibung 3|"
                            + "beschreibung1|beschreibung2|beschreibung3|description1|description2|description3|avisierungstext|"
                            + "transaktionsdetails|buchungsdetails|buchungsinformation|purpose|betreff|subject|remittance information|"
                            + "verwendung|zweck|note|notes and tags|comment|text|transaction|"
                            + "libelle court|communication|communications|mededeling|buchungstext|remarks|transaction remarks|narration"),
            entry(
                    ColumnRole.KIND,
                    "buchungstext|umsatzart|vorgang|buchungsart|typ|type|transaction type|transaktionstyp|transaction code|code|"
                            + "mutatiesoort|type operation|type d operation|category|kategorie|tipo|tipo operazione|"
                            + "tipo de operacion|subcategory|categorie|spending category|auftragsart|geschaftsvorfall"),
            entry(
                    ColumnRole.REFERENCE,
                    "kundenreferenz|kundenreferenz end to end|end to end referenz|end to end reference|reference|referenz|"
                            + "betalingskenmerk|bankreferenz|customer reference|check number|check or slip|cheque number|mandatsreferenz|"
                            + "referencia|riferimento|ref|chq ref no|rechnungsnummer|invoice number"),
            entry(
                    ColumnRole.ID,
                    "transaktionscode|transaction id|transactie id|transferwise id|wise id|transaktions id|transaktions nr|"
                            + "transaktionsnr|transaktionsnummer|transaction number|transaction no|transaction hash|fitid|fit id|"
                            + "volgnr|volgnummer|codigo de transaccion|code de transaction|identifiant de transaction|codice transazione|"
                            + "buchungsreferenz|booking reference|umsatz id|transactiereferentie|unique id|ref no|archivierungsnummer|"
                            + "numero de transaction|id transaction|id transazione|booking id|umsatznummer"),
            entry(
                    ColumnRole.RELATED,
                    "zugehoriger transaktionscode|reference txn id|related transaction id|id de transaction de reference|"
                            + "codice transazione di riferimento"),
            entry(
                    ColumnRole.BALANCE,
                    "saldo|kontostand|guthaben|saldo nach buchung|balance|running balance|running bal|account balance|"
                            + "balance after|solde|saldo na trn|saldo na transactie|saldo na mutatie|saldo disponible|disponible|"
                            + "saldo contabile|closing balance|available balance|current balance|neuer saldo|saldo despues"),
            entry(
                    ColumnRole.FEE,
                    "gebuhr|gebuhren|fee|fees|frais|kosten|transactiekosten|comision|commissione|commissioni|entgelt|tarifa"),
            entry(ColumnRole.NET, "netto|net|net amount|nettobetrag|neto|montant net|importe neto|importo netto"),
            entry(
                    ColumnRole.STATUS,
                    "status|state|info|statut|etat|estado|stato|buchungsstatus|transaction status|gebucht|umsatzstatus"));

    private static final Map<String, List<Meaning>> BY_HEADING = byHeading();

    private static final Set<String> IN = Set.of(
            "haben",
            "h",
            "c",
            "cr",
            "credit",
            "crdt",
            "bij",
            "eingang",
            "gutschrift",
            "in",
            "entrada",
            "abono",
            "credito",
            "avere",
            "haber",
            "money in",
            "received",
            "einzahlung",
            "kredit",
            "cred");
    private static final Set<String> OUT = Set.of(
            "soll",
            "s",
            "d",
            "dr",
            "debit",
            "dbit",
            "db",
            "af",
            "ausgang",
            "belastung",
            "lastschrift",
            "out",
            "cargo",
            "debito",
            "dare",
            "debe",
            "money out",
            "sent",
            "auszahlung",
            "salida",
            "debet",
            "deb");
    private static final Set<String> NEITHER = Set.of("memo", "notiz", "neutral", "nota", "aucun", "none");

    private static final Pattern PENDING = Pattern.compile(
            ".*\\b(vorgemerkt|vormerkung|ausstehend|pending|en attente|in attesa|pendiente|in behandeling|offen|authori[sz]ed|"
                    + "processing|unclaimed|in bearbeitung|en cours|nicht gebucht|reserved|reserviert)\\b.*");
    private static final Pattern DEAD = Pattern.compile(
            ".*\\b(reverted|declined|failed|abgelehnt|storniert|cancell?ed|denied|refused|rejected|fehlgeschlagen|annule|"
                    + "rechazad[oa]|expired|voided|rifiutato|geweigerd|abgebrochen|zuruckgewiesen)\\b.*");

    private Words() {}

    /** What a heading means: its role, and how telling it is, 0 being the most. */
    record Meaning(ColumnRole role, int rank) {}

    /** What a booking's state means for an import. */
    enum State {
        BOOKED,
        PENDING,
        DEAD
    }

    /** Which way money went. */
    enum Way {
        IN,
        OUT,
        NEITHER
    }

    private static Map<String, List<Meaning>> byHeading() {
        var meanings = new HashMap<String, List<Meaning>>();
        for (ColumnRole role : ColumnRole.values()) {
            String[] words = HEADINGS.getOrDefault(role, "").split("\\|", -1);
            for (int i = 0; i < words.length; i++) {
                meanings.computeIfAbsent(words[i], none -> new ArrayList<>()).add(new Meaning(role, i));
            }
        }
        return meanings;
    }

    /** What a heading can mean, in the order of the roles; nothing if it is not known. */
    static List<Meaning> meanings(String heading) {
        var found = BY_HEADING.get(plain(heading));
        if (found == null) {
            found = BY_HEADING.get(plain(CURRENCY.matcher(heading).replaceFirst("")));
        }
        return found == null ? List.of() : found;
    }

    /** The currency that a heading names at its end: a code or a sign. */
    static Optional<String> currency(String heading) {
        Matcher found = CURRENCY.matcher(heading);
        if (!found.find()) {
            return Optional.empty();
        }
        String named = found.group(1) == null ? found.group(2) : found.group(1);
        return NO_CURRENCY.contains(named) ? Optional.empty() : Optional.of(named);
    }

    static Optional<Way> way(String cell) {
        String word = plain(cell);
        if (IN.contains(word) || cell.strip().equals("+")) {
            return Optional.of(Way.IN);
        }
        if (OUT.contains(word) || cell.strip().equals("-")) {
            return Optional.of(Way.OUT);
        }
        return NEITHER.contains(word) ? Optional.of(Way.NEITHER) : Optional.empty();
    }

    static State state(String cell) {
        String words = plain(cell);
        if (DEAD.matcher(words).matches()) {
            return State.DEAD;
        }
        return PENDING.matcher(words).matches() ? State.PENDING : State.BOOKED;
    }

    /** Lower case without accents; whatever is no letter or digit is one space. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD);
        String bare = ACCENT.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(bare).replaceAll(" ").strip();
    }
}
