package dev.mainstay.application.finance.statements.layout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.application.finance.statements.layout.StatementRow.Refused;
import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import java.nio.charset.Charset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Little files in the layouts of many banks, made up by what is publicly known of them, are read right without being told anything. */
class StatementsOfManyBanksTest {

    private record Bank(
            String name, Charset charset, String currency, boolean creditCard, String file, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Bank bank(String name, String currency, String file, String expected) {
        return new Bank(name, UTF_8, currency, false, file, expected);
    }

    static Stream<Bank> banks() {
        return Stream.of(
                bank("DKB, with a mark, a balance above and a stray quote", "EUR", """
                        \uFEFF"Girokonto";"DE02120300000000202051"

                        "Kontostand vom 09.12.2025:";"4.093,32\u00A0€"
                        ""
                        "Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"
                        "08.12.25";"08.12.25";"Gebucht";"Eva Beispiel";"Max Mustermann";"Miete";"Eingang";"DE02100100100006820101";"1.200";"";"";""
                        "05.12.25";"05.12.25";"Gebucht";"Mustermann, Max";Laden";"RG 12; ABS. 11/25";"Ausgang";"DE02100100100006820101";"-62,3";"DE98ZZZ09999999999";"1-2";"5012"
                        "04.12.25";"";"Vorgemerkt";"Max Mustermann";"Kiosk";"Karte";"Ausgang";"";"-3,5";"";"";""
                        """, """
                        2025-12-08 1200.00 Eva Beispiel / Miete
                        2025-12-05 -62.30 Laden / RG 12; ABS. 11/25
                        pending_at_bank
                        """),
                new Bank(
                        "ING, in ISO-8859-1, with a preamble, and rows with a cell too few and too many",
                        ISO_8859_1,
                        "EUR",
                        false,
                        """
                        Umsatzanzeige;Datei erstellt am: 09.12.2025 15:23

                        IBAN;DE02 1203 0000 0000 2020 51
                        Kontoname;Girokonto
                        Bank;ING
                        Kunde;Max Mustermann
                        Zeitraum;17.11.2025 - 09.12.2025

                        Sortierung;Datum absteigend

                        In der CSV-Datei finden Sie alle bereits gebuchten Umsätze. Die vorgemerkten Umsätze fehlen.

                        Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Betrag;Währung
                        28.11.2025;28.11.2025;Rentenkasse;Gehalt/Rente;RENTE 11.2025;2.647,74;EUR
                        27.11.2025;26.11.2025;VISA Bäcker;Lastschrift;NR XXXX KAUFUMSATZ 25.11;-13,74;EUR
                        26.11.2025;26.11.2025;Wechselstube;Lastschrift;Dollar;-10,00;USD
                        25.11.2025;25.11.2025;Pension;PENSION 12/25;523,70;EUR
                        24.11.2025;24.11.2025;Kasse;Lastschrift;Beitrag; November; 2025;-76,68;EUR
                        """,
                        """
                        2025-11-28 2647.74 Rentenkasse / RENTE 11.2025
                        2025-11-27 -13.74 VISA Bäcker / NR XXXX KAUFUMSATZ 25.11
                        other_currency
                        2025-11-25 523.70 Pension / PENSION 12/25
                        2025-11-24 -76.68 Kasse / Beitrag;November;2025
                        """),
                bank("PayPal, with holds, memos and a second currency", "EUR", """
                        \uFEFF"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Transaktionscode","Artikelbezeichnung","Zugehöriger Transaktionscode","Guthaben","Betreff","Auswirkung auf Guthaben"
                        "18.06.2025","07:47:30","CEST","Eva","Zahlung","Abgeschlossen","EUR","100,00","-2,85","97,15","1A","","","235,68","","Haben"
                        "14.07.2025","12:54:01","CEST","PayPal","Einbehaltung für offene Autorisierung","Ausstehend","EUR","-13,21","0,00","-13,21","2B","","8B","222,47","","Soll"
                        "14.07.2025","12:56:04","CEST","PayPal","Rückbuchung allgemeiner Einbehaltung","Abgeschlossen","EUR","13,21","0,00","13,21","3C","","2B","235,68","","Haben"
                        "15.07.2025","12:56:04","CEST","Laden","Zahlung","Abgeschlossen","USD","-13,21","0,00","-13,21","4D","","","-13,21","","Soll"
                        "15.07.2025","12:56:04","CEST","Laden","Anfrage","Abgeschlossen","EUR","-13,21","0,00","-13,21","5E","","","235,68","","Memo"
                        "16.07.2025","12:56:04","CEST","Laden","Anfrage","Ausstehend","EUR","-5,00","0,00","-5,00","6F","","","235,68","",""
                        """, """
                        2025-06-18 97.15 Eva / Zahlung
                        2025-07-14 -13.21 PayPal / Einbehaltung für offene Autorisierung
                        2025-07-14 13.21 PayPal / Rückbuchung allgemeiner Einbehaltung
                        other_currency
                        balance_neutral
                        pending_at_bank
                        """),
                bank("Sparkasse, CAMT", "EUR", """
                        "Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
                        "DE02120300000000202051";"05.12.25";"09.12.25";"FOLGELASTSCHRIFT";"KD 12, RE 1";"DE98";"M1";"E1";"";"";"";"Medien GmbH";"DE02";"COBADEFF";"-1143,41";"EUR";"Umsatz vorgemerkt"
                        "DE02120300000000202051";"05.12.25";"05.12.25";"BUCHUNG";"KOSTEN KONTO";"";"";"";"";"";"";"Sparkasse";"DE02";"SLZODE22";"-5,95";"EUR";"Umsatz gebucht"
                        "DE02120300000000202051";"03.12.25";"03.12.25";"GUTSCHRIFT";"";"";"";"NOTPROVIDED";"";"";"";"Eva";"DE02";"SLZODE22";"67,50";"EUR";"Umsatz gebucht"
                        """, """
                        pending_at_bank
                        2025-12-05 -5.95 Sparkasse / KOSTEN KONTO
                        2025-12-03 67.50 Eva / NOTPROVIDED
                        """),
                bank("N26, whose other currency is not the account's", "EUR", """
                        "Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
                        2024-01-31,2024-01-31,"Coffee, Inc.","","Presentment","","Main Account",-4.5,-4.90,USD,1.0888
                        2024-02-01,2024-02-01,"Employer",DE02,"Credit Transfer","Salary Jan","Main Account",1234.5,,,
                        """, """
                        2024-01-31 -4.50 Coffee, Inc. / Presentment
                        2024-02-01 1234.50 Employer / Salary Jan
                        """),
                bank("Revolut, whose fee comes on top", "GBP", """
                        Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
                        CARD_PAYMENT,Current,2024-02-02 10:01:02,2024-02-03 09:00:00,Tesco,-20.00,0.00,GBP,COMPLETED,180.00
                        TRANSFER,Current,2024-02-04 10:01:02,2024-02-04 10:01:03,To Ann,-50.00,1.00,GBP,COMPLETED,129.00
                        CARD_PAYMENT,Current,2024-02-05 10:01:02,,Cafe,-3.00,0.00,GBP,PENDING,
                        CARD_PAYMENT,Current,2024-02-05 11:01:02,,Cafe,-3.00,0.00,GBP,REVERTED,
                        """, """
                        2024-02-03 -20.00  / Tesco
                        2024-02-04 -51.00  / To Ann
                        pending_at_bank
                        not_carried_out
                        """),
                new Bank(
                        "Comdirect, with what is open and a footer",
                        Charset.forName("windows-1252"),
                        "EUR",
                        false,
                        """
                        ;
                        "Umsätze Girokonto";"Zeitraum: 30 Tage";
                        "Neuer Kontostand";"1.234,56 EUR";

                        "Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";
                        "offen";"--";"Kartenverfügung";"Buchungstext: Kiosk Ref. X1";"-4,00";
                        "02.01.2024";"02.01.2024";"Lastschrift / Belastung";"Auftraggeber: Stadtwerke Buchungstext: Strom – Abschlag Ref. X2";"-1.080,00";

                        "Alter Kontostand";"2.314,56 EUR";
                        """,
                        """
                        pending_at_bank
                        2024-01-02 -1080.00  / Auftraggeber: Stadtwerke Buchungstext: Strom – Abschlag Ref. X2
                        not_a_transaction
                        """),
                bank("Commerzbank", "EUR", """
                        Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;IBAN Kontoinhaber;Kategorie
                        30.01.2024;30.01.2024;Lastschrift;Vermieter GmbH Miete Februar End-to-End-Ref.: 77;-850,00;EUR;DE02;Wohnen
                        """, """
                        2024-01-30 -850.00  / Vermieter GmbH Miete Februar End-to-End-Ref.: 77
                        """),
                bank("Volksbank, with line breaks in cells", "EUR", """
                        Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung;Gekennzeichneter Umsatz;Glaeubiger ID;Mandatsreferenz
                        Giro;DE02;GENODEF1;VR;31.01.2024;31.01.2024;Verein;DE02;GENO;Dauerauftrag;"Beitrag
                        2024";-15,00;EUR;985,00;;;;
                        Giro;DE02;GENODEF1;VR;30.01.2024;30.01.2024;Arbeitgeber;DE02;GENO;Gutschrift;Lohn;1000,00;EUR;1000,00;;;;
                        """, """
                        2024-01-31 -15.00 Verein / Beitrag 2024
                        2024-01-30 1000.00 Arbeitgeber / Lohn
                        """),
                bank("Deutsche Bank, with a balance above and below and two columns of amounts", "EUR", """
                        Umsatzanzeige;;;10.12.2023 - 10.12.2024
                        Persönliches Konto;;;1234567 00
                        Letzter Kontostand;;;;4.123,45;EUR
                        Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
                        Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Kundenreferenz;Mandatsreferenz;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
                        1.10.2024;1.10.2024;SEPA Lastschrift;Laden;Einkauf;DE02;DEUT;E1;M1;DE98;;;;;;-1.012,34;;EUR
                        2.10.2024;2.10.2024;SEPA Gutschrift;Eva;Danke;DE02;DEUT;;;;;;;;;;1.000;EUR
                        Kontostand;10.12.2024;;;4.111,11;EUR
                        """, """
                        2024-10-01 -1012.34 Laden / Einkauf
                        2024-10-02 1000.00 Eva / Danke
                        not_a_transaction
                        """),
                bank("Postbank, with a sign of the currency in the amount", "EUR", """
                        Umsatzauskunft;"gebuchte Umsätze"
                        Name;MAX MUSTERMANN
                        Aktueller Kontostand;"2.010,12 €"

                        Buchungsdatum;Wertstellung;Umsatzart;Buchungsdetails;Auftraggeber;Empfänger;Betrag (€);Saldo (€)
                        31.01.2020;31.01.2020;Gutschrift;Lohn;Arbeitgeber;Max Mustermann;"2.000,00 €";"2.010,12 €"
                        30.01.2020;30.01.2020;Lastschrift;Strom;Max Mustermann;Stadtwerke;"-30,00 €";"10,12 €"
                        """, """
                        2020-01-31 2000.00 Arbeitgeber / Lohn
                        2020-01-30 -30.00 Stadtwerke / Strom
                        """),
                bank("Wise, with ids and two other parties", "EUR", """
                        "TransferWise ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Total fees"
                        CARD-1,31-01-2024,-12.34,EUR,"Card transaction issued by Shop",,87.66,,,,,,,Shop,0.00
                        TRANSFER-2,30-01-2024,100.00,EUR,"Received money from Eva",Rent,100.00,,,,Eva,,,,0.41
                        """, """
                        2024-01-31 -12.34 Shop / Card transaction issued by Shop
                        2024-01-30 100.00 Eva / Rent Received money from Eva
                        """.replace(
                                "Rent Received money from Eva", "Received money from Eva Rent")),
                bank("Barclays, day first though it could be month first", "GBP", """
                        Number,Date,Account,Amount,Subcategory,Memo
                         ,03/02/2024,20-00-00 12345678,-9.99,Card Purchase,"NETFLIX.COM   ON 01 FEB"
                         ,02/02/2024,20-00-00 12345678,1500.00,Counter Credit,ACME LTD
                         ,31/01/2024,20-00-00 12345678,-10.00,Cash Withdrawal,CASH
                        """, """
                        2024-02-03 -9.99  / NETFLIX.COM ON 01 FEB
                        2024-02-02 1500.00  / ACME LTD
                        2024-01-31 -10.00  / CASH
                        """),
                bank("HSBC, without any header", "GBP", """
                        05/02/2024,TESCO STORES 123,"-1,012.34"
                        04/02/2024,SALARY,"2,500.00"
                        30/01/2024,O'BRIEN'S PUB,-8.00
                        """, """
                        2024-02-05 -1012.34  / TESCO STORES 123
                        2024-02-04 2500.00  / SALARY
                        2024-01-30 -8.00  / O'BRIEN'S PUB
                        """),
                bank("Chase, month first, with a comma too many in each row", "USD", """
                        Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
                        DEBIT,01/31/2024,"UBER   *TRIP, CA",-25.00,DEBIT_CARD,975.00,,
                        CREDIT,01/02/2024,"ACH PAYROLL",1000.00,ACH_CREDIT,1000.00,,
                        """, """
                        2024-01-31 -25.00  / UBER *TRIP, CA
                        2024-01-02 1000.00  / ACH PAYROLL
                        """),
                bank("Bank of America, with a summary above and a row of balance", "USD", """
                        Description,,Summary Amt.
                        Beginning balance as of 01/01/2024,,"1,000.00"
                        Total credits,,"500.00"

                        Date,Description,Amount,Running Bal.
                        01/01/2024,Beginning balance as of 01/01/2024,,"1,000.00"
                        01/05/2024,"Transfer, from savings","500.00","1,500.00"
                        01/06/2024,"Coffee ""Bar\""",-4.50,"1,495.50"
                        """, """
                        not_a_transaction
                        2024-01-05 500.00  / Transfer, from savings
                        2024-01-06 -4.50  / Coffee "Bar"
                        """),
                new Bank("American Express, whose charges have no minus", UTF_8, "USD", true, """
                        Date,Description,Amount
                        01/05/2024,UNITED AIRLINES,312.10
                        01/03/2024,GROCERY,45.67
                        01/02/2024,ONLINE PAYMENT - THANK YOU,-200.00
                        12/30/2023,DINER,20.00
                        """, """
                        2024-01-05 -312.10  / UNITED AIRLINES
                        2024-01-03 -45.67  / GROCERY
                        2024-01-02 200.00  / ONLINE PAYMENT - THANK YOU
                        2023-12-30 -20.00  / DINER
                        """),
                bank("Capital One, with columns for debit and credit", "USD", """
                        Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit
                        2024-01-04,2024-01-05,1234,AMAZON,Merchandise,12.99,
                        2024-01-03,2024-01-04,1234,PAYMENT,Payment/Credit,,"1,100.00"
                        """, """
                        2024-01-05 -12.99  / AMAZON
                        2024-01-04 1100.00  / PAYMENT
                        """),
                bank("BNP Paribas, with spaces between thousands", "EUR", """
                        Compte de chèques;Compte de chèques;****1234;01/02/2024;;12 345,67
                        Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro
                        29/01/2024;VIR SEPA;Virement;VIREMENT DE M DUPONT;1 234,56
                        28/01/2024;CB;Carte;PAIEMENT CB BOULANGERIE;-2\u202F012,10
                        """, """
                        2024-01-29 1234.56  / VIR SEPA VIREMENT DE M DUPONT
                        2024-01-28 -2012.10  / CB PAIEMENT CB BOULANGERIE
                        """),
                bank("Crédit Agricole, with columns for debit and credit in French", "EUR", """
                        Téléchargement du 01/02/2024;

                        Date;Libellé;Débit euros;Crédit euros;
                        31/01/2024;"PRELEVEMENT EDF";45,10;;
                        30/01/2024;"VIREMENT RECU";;1\u00A0500,00;
                        """, """
                        2024-01-31 -45.10  / PRELEVEMENT EDF
                        2024-01-30 1500.00  / VIREMENT RECU
                        """),
                bank("ING Nederland, with days in one number and Af or Bij", "EUR", """
                        "Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"
                        "20240131";"Albert Heijn";"NL02";"";"BA";"Af";"12,34";"Betaalautomaat";"Pasvolgnr: 001";"987,66";""
                        "20240130";"Werkgever";"NL02";"NL03";"OV";"Bij";"1.000,00";"Overschrijving";"Salaris";"1.000,00";""
                        """, """
                        2024-01-31 -12.34 Albert Heijn / Pasvolgnr: 001
                        2024-01-30 1000.00 Werkgever / Salaris
                        """),
                bank("Rabobank, with signs in front and numbers of its own", "EUR", """
                        "IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"
                        "NL02","EUR","RABONL2U","000000000000007001","2024-01-31","2024-01-31","-7,50","+92,50","","Kroeg","","","","bc","","","","","","Bier"," ","","","","",""
                        "NL02","EUR","RABONL2U","000000000000007002","2024-01-31","2024-01-31","+1.000,00","+1.092,50","NL03","Baas","","","","cb","","","","","","Loon","januari","","","","",""
                        """, """
                        2024-01-31 -7.50 Kroeg / Bier
                        2024-01-31 1000.00 Baas / Loon januari
                        """),
                bank("BBVA, in Spanish", "EUR", """
                        F.Valor;Fecha;Concepto;Movimiento;Importe;Divisa;Disponible;Divisa;Observaciones
                        31/01/2024;30/01/2024;Supermercado;Pago con tarjeta;-23,45;EUR;976,55;EUR;
                        29/01/2024;29/01/2024;Nómina;Abono;1.000,00;EUR;1.000,00;EUR;Enero
                        """, """
                        2024-01-30 -23.45  / Supermercado Pago con tarjeta
                        2024-01-29 1000.00  / Nómina Abono Enero
                        """),
                bank("An Italian bank, with Dare and Avere", "EUR", """
                        Data operazione;Data valuta;Causale;Descrizione;Dare;Avere
                        31/01/2024;31/01/2024;POS;PAGAMENTO BAR;-3,20;
                        30/01/2024;30/01/2024;BONIFICO;STIPENDIO;;1.500,00
                        """, """
                        2024-01-31 -3.20  / POS PAGAMENTO BAR
                        2024-01-30 1500.00  / BONIFICO STIPENDIO
                        """),
                bank("PostFinance, with apostrophes and a disclaimer", "CHF", """
                        Datum von:;="01.01.2024"
                        Konto:;="CH02"
                        Währung:;="CHF"

                        Datum;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie;Valuta;Saldo in CHF
                        31.01.2024;"KAUF COOP";;-1'012.35;;;31.01.2024;8'987.65
                        30.01.2024;"LOHN";10'000.00;;;;30.01.2024;10'000.00

                        Disclaimer:
                        Der Dokumentinhalt wurde durch Filtereinstellungen des Kunden generiert.
                        """, """
                        2024-01-31 -1012.35  / KAUF COOP
                        2024-01-30 10000.00  / LOHN
                        not_a_transaction
                        not_a_transaction
                        """),
                bank("Monzo, with tabs", "GBP", """
                        Transaction ID\tDate\tTime\tType\tName\tEmoji\tCategory\tAmount\tCurrency\tLocal amount\tLocal currency\tNotes and #tags\tAddress\tReceipt\tDescription\tCategory split\tMoney Out\tMoney In
                        tx_1\t31/01/2024\t10:00:00\tCard payment\tPret\t\tEating out\t-4.20\tGBP\t-5.00\tEUR\t\t\t\tPRET A MANGER\t\t-4.20\t
                        tx_2\t30/01/2024\t10:00:00\tFaster payment\tAnn\t\tIncome\t20.00\tGBP\t20.00\tGBP\tthanks\t\t\tAnn\t\t\t20.00
                        """, """
                        2024-01-31 -4.20 Pret / PRET A MANGER
                        2024-01-30 20.00 Ann / thanks Ann
                        """),
                new Bank("A spreadsheet's Unicode text", UTF_16LE, "EUR", false, """
                        \uFEFFDatum\tText\tSoll\tHaben\tSaldo
                        31.01.2024\tMüller\t12,50\t\t87,50
                        30.01.2024\tMeier\t\t100,00\t100,00
                        """, """
                        2024-01-31 -12.50  / Müller
                        2024-01-30 100.00  / Meier
                        """),
                bank("Months by name, a minus behind, and S or H", "EUR", """
                        Date|Details|Amount|Balance
                        31 Jan 2024|Shop|12.50-|87.50
                        30 March 2023|Salary|100.00|100.00
                        """, """
                        2024-01-31 -12.50  / Shop
                        2023-03-30 100.00  / Salary
                        """),
                bank("Unsigned with a letter behind", "EUR", """
                        Buchungstag;Verwendungszweck;Betrag
                        31.01.2024;Laden;12,50 S
                        30.01.2024;Lohn;100,00 H
                        """, """
                        2024-01-31 -12.50  / Laden
                        2024-01-30 100.00  / Lohn
                        """),
                bank("A language that nobody here knows", "PLN", """
                        Data księgowania;Opis operacji;Kwota;Saldo po
                        2024-01-31;Żabka;-12,50;87,50
                        2024-01-30;Wypłata;100,00;100,00
                        """, """
                        2024-01-31 -12.50  / Żabka
                        2024-01-30 100.00  / Wypłata
                        """),
                bank("Yen without a fraction, and amounts that are wrong", "JPY", """
                        Date,Description,Amount
                        2024/01/31,Konbini,"-1,234"
                        2024/01/30,Half,12.5
                        2024/01/30,Nothing,0
                        2024/01/30,Words,twelve
                        2024/13/30,Month,5
                        """, """
                        2024-01-31 -1234  / Konbini
                        too_precise
                        zero_amount
                        not_an_amount
                        no_day
                        """),
                bank("Two tables in one file, and only a header in the second", "EUR", """
                        Datum;Text;Betrag
                        31.01.2024;Laden;-12,50

                        Datum;Wertpapier;Stück;Betrag
                        30.01.2024;Fonds;3;-100,00
                        """, """
                        2024-01-31 -12.50  / Laden
                        another_table
                        another_table
                        """),
                bank("Only a header", "EUR", "Buchungstag;Verwendungszweck;Betrag\n", ""));
    }

    @ParameterizedTest
    @MethodSource("banks")
    void a_file_is_read_right_without_being_told_anything(Bank bank) {
        var file = StatementFile.read(
                bank.file().getBytes(bank.charset()),
                Currency.getInstance(bank.currency()),
                bank.creditCard(),
                Told.NOTHING,
                header -> Told.NOTHING);

        assertThat(shown(file)).isEqualTo(bank.expected().lines().toList());
        assertThat(file.balancesAgreeing()).as("%s", file.layout()).isGreaterThanOrEqualTo(file.balancesCompared() - 1);
    }

    static List<String> shown(StatementFile file) {
        return file.rows().stream()
                .map(row -> switch (row) {
                    case Usable usable ->
                        usable.day() + " " + usable.amount().decimal() + " " + usable.payee() + " / " + usable.text();
                    case Refused refused -> refused.code();
                })
                .toList();
    }
}
