package dev.mainstay.domain.finance.budgets;

import dev.mainstay.domain.text.PlainText;

/** What a budget is called: one line of at most {@value #LONGEST} characters. */
public record BudgetName(String value) {

    public static final int LONGEST = 80;

    public BudgetName {
        PlainText.requireLine("name", value, LONGEST);
    }
}
