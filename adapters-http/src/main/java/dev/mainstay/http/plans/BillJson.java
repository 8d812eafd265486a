package dev.mainstay.http.plans;

import dev.mainstay.domain.plans.Bill;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What something costs and how it is settled: charged + toCredit = unused + fromCredit + due.
 *
 * @param charged what is had for it
 * @param unused what was paid before for time that is not had any more
 * @param fromCredit what credit pays of it
 * @param toCredit what is too much, and is credit for later charges
 * @param due what is to be paid
 */
@Serdeable
@Schema(
        name = "Bill",
        requiredProperties = {"charged", "unused", "fromCredit", "toCredit", "due"},
        example = """
                {"charged":{"amount":"15.00","currency":"EUR"},"unused":{"amount":"5.00","currency":"EUR"},\
                "fromCredit":{"amount":"0.00","currency":"EUR"},"toCredit":{"amount":"0.00","currency":"EUR"},\
                "due":{"amount":"10.00","currency":"EUR"}}""")
record BillJson(MoneyJson charged, MoneyJson unused, MoneyJson fromCredit, MoneyJson toCredit, MoneyJson due) {

    static BillJson from(Bill bill) {
        return new BillJson(
                MoneyJson.from(bill.charged()),
                MoneyJson.from(bill.unused()),
                MoneyJson.from(bill.fromCredit()),
                MoneyJson.from(bill.toCredit()),
                MoneyJson.from(bill.due()));
    }
}
