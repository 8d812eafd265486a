package dev.mainstay.http.ratelimit;

import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.http.signing.KeyedHashes;
import dev.mainstay.http.signing.KeyedHashes.KeyedHash;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Who is asking, by address, as a keyed hash (G18). {@code X-Forwarded-For} counts only as far as trusted proxies have written it:
 * with {@code mainstay.http.trusted-proxies} = n, its n-th entry from the right.
 */
@Singleton
public final class ClientAddresses {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final int trustedProxies;
    private final KeyedHash hash;

    ClientAddresses(@Property(name = "mainstay.http.trusted-proxies") int trustedProxies, KeyedHashes hashes) {
        this.trustedProxies = trustedProxies;
        this.hash = hashes.of("client address");
    }

    public RateSubject of(HttpRequest<?> request) {
        return RateSubject.ip(HexFormat.of().formatHex(Arrays.copyOf(hash.of(network(address(request))), 16)));
    }

    /** The address itself; to be hashed by whoever keeps it. */
    public String text(HttpRequest<?> request) {
        return address(request).getHostAddress();
    }

    private InetAddress address(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        if (trustedProxies == 0) {
            return peer;
        }
        List<String> forwarded = request.getHeaders().getAll("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        if (forwarded.size() < trustedProxies) {
            return peer;
        }
        try {
            return InetAddress.ofLiteral(forwarded.get(forwarded.size() - trustedProxies));
        } catch (IllegalArgumentException noAddress) {
            return peer;
        }
    }

    /** The whole IPv4 address; of IPv6 the /64, for one host has all of that. */
    private static byte[] network(InetAddress address) {
        return address instanceof Inet6Address
                ? Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES)
                : address.getAddress();
    }
}
