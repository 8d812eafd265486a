package dev.mainstay.domain.money;

import dev.mainstay.domain.refusal.Invalid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares out an amount by weights so that the shares sum to it: each gets its quota rounded towards zero, and the minor units left
 * over go one each to the largest remainders, earlier shares first among equals (method of the largest remainder, Hamilton 1792).
 */
public final class Split {

    private Split() {}

    /**
     * The shares, in the order of the weights, of the amount's sign or zero.
     *
     * @param field the path of the field that holds the weights
     * @param weights none negative
     * @throws Invalid if a weight is negative or all are zero
     */
    public static List<Money> byWeights(String field, Money amount, List<Long> weights) {
        if (weights.stream().anyMatch(weight -> weight < 0)) {
            throw new Invalid(field, "out_of_range", "must not have a negative weight");
        }
        var sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            throw new Invalid(field, "out_of_range", "must have a weight greater than zero");
        }
        var whole = BigInteger.valueOf(amount.minorUnits()).abs();
        var quotas = new ArrayList<BigInteger[]>();
        for (long weight : weights) {
            quotas.add(whole.multiply(BigInteger.valueOf(weight)).divideAndRemainder(sum));
        }
        var shares = new long[weights.size()];
        long left = whole.longValueExact();
        for (int i = 0; i < shares.length; i++) {
            shares[i] = quotas.get(i)[0].longValueExact();
            left -= shares[i];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> quotas.get(i)[1]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> new Money(amount.sign() * shares[i], amount.currency()))
                .toList();
    }
}
