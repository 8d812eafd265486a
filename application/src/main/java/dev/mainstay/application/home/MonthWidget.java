package dev.mainstay.application.home;

import dev.mainstay.application.finance.summaries.Grouping;
import dev.mainstay.application.finance.summaries.SummaryReader;
import dev.mainstay.application.finance.summaries.SummaryReader.Line;
import dev.mainstay.domain.home.WidgetName;
import java.time.Instant;
import java.time.LocalDate;

/** What went in and out this month. */
public final class MonthWidget implements Widget.Kept {

    private final SummaryReader reader;

    public MonthWidget(SummaryReader reader) {
        this.reader = reader;
    }

    @Override
    public WidgetName name() {
        return WidgetName.MONTH;
    }

    @Override
    public Loaded load(HomeMoment moment) {
        var month = LocalDate.ofInstant(moment.now(), moment.zone()).withDayOfMonth(1);
        var lines = reader.turnover(moment.user(), month, month.plusMonths(1), Grouping.MONTH);
        return new Loaded(
                new MonthContent(month, lines.stream().map(Line::turnover).toList()), Instant.MAX);
    }
}
