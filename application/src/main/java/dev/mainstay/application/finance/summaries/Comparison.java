package dev.mainstay.application.finance.summaries;

import dev.mainstay.application.finance.summaries.SummaryReader.Line;
import dev.mainstay.domain.finance.summaries.Turnover;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of a summary beside what it was in the period before.
 *
 * @param before no money at all, if there was none
 */
public record Comparison(String key, String name, Turnover turnover, Turnover before) {

    /** Each line beside the one of the same key; what was only before comes last, with nothing now. */
    static List<Comparison> of(List<Line> now, List<Line> before) {
        var earlier = new LinkedHashMap<Place, Line>();
        before.forEach(line -> earlier.put(Place.of(line), line));
        var all = new ArrayList<Comparison>();
        for (Line line : now) {
            var then = earlier.remove(Place.of(line));
            all.add(new Comparison(
                    line.key(),
                    line.name(),
                    line.turnover(),
                    then == null ? Turnover.none(line.turnover().currency()) : then.turnover()));
        }
        earlier.forEach((place, line) ->
                all.add(new Comparison(line.key(), line.name(), Turnover.none(place.currency()), line.turnover())));
        return all;
    }

    /** The sums of all lines, one for each currency, by code. */
    static List<Comparison> totals(List<Line> now, List<Line> before) {
        return of(sums(now), sums(before));
    }

    private static List<Line> sums(List<Line> lines) {
        Map<String, Turnover> sums = new TreeMap<>();
        lines.forEach(
                line -> sums.merge(line.turnover().currency().getCurrencyCode(), line.turnover(), Turnover::plus));
        return sums.values().stream().map(sum -> new Line("", "", sum)).toList();
    }

    private record Place(String key, Currency currency) {
        static Place of(Line line) {
            return new Place(line.key(), line.turnover().currency());
        }
    }
}
