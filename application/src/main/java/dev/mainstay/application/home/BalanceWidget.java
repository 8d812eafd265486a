package dev.mainstay.application.home;

import dev.mainstay.application.finance.summaries.NetWorthReader;
import dev.mainstay.domain.home.WidgetName;
import java.util.List;

/** What all accounts hold, from the facts each time (G10). */
public final class BalanceWidget implements Widget.Live {

    private final NetWorthReader reader;

    public BalanceWidget(NetWorthReader reader) {
        this.reader = reader;
    }

    @Override
    public WidgetName name() {
        return WidgetName.BALANCE;
    }

    @Override
    public LiveContent load(HomeMoment moment) {
        return new BalanceContent(reader.now(moment.user()));
    }

    /** Who keeps no books pays for no statement. */
    @Override
    public boolean hasContent(HomeMoment moment) {
        return !reader.now(moment.user()).isEmpty();
    }

    @Override
    public LiveContent none() {
        return new BalanceContent(List.of());
    }
}
