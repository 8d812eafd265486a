package dev.mainstay.redis.connection;

/** The Lua of {@link RedisWrites}. Time is Redis's own, so that instances' clocks need not agree. */
final class Scripts {

    private Scripts() {}

    /** ARGV: token, TTL in ms, SHA-1 of what may be replaced. */
    static final Script LEASE_OVER = Script.returningNumber("""
            local there = redis.call('GET', KEYS[1])
            if there and redis.sha1hex(there) ~= ARGV[3] then return 0 end
            redis.call('SET', KEYS[1], 'L' .. ARGV[1], 'PX', ARGV[2])
            return 1
            """);

    /** ARGV: token, value, TTL in ms. A fence or another's lease refuses it (coherence.md, faults 1 and 2). */
    static final Script FILL = Script.returningNumber("""
            if redis.call('GET', KEYS[1]) ~= 'L' .. ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
            """);

    /** ARGV: marker, TTL in ms. */
    static final Script KEEP_MARKED = Script.returningNumber("""
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('PEXPIRE', KEYS[1], ARGV[2])
            """);

    /** ARGV: token. */
    static final Script RELEASE = Script.returningNumber("""
            if redis.call('GET', KEYS[1]) ~= 'L' .. ARGV[1] then return 0 end
            return redis.call('DEL', KEYS[1])
            """);

    /**
     * ARGV: token, TTL in ms. Each token has an end of its own: else one of a writer that died would stand for as long as others keep
     * the key alive.
     */
    static final Script RAISE = Script.returningNumber("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local there = redis.call('GET', KEYS[1])
            local tokens = ''
            if there and string.sub(there, 1, 1) == 'F' then
              for token, till in string.gmatch(string.sub(there, 2), '(%x+)=(%d+);') do
                if tonumber(till) > now and token ~= ARGV[1] then tokens = tokens .. token .. '=' .. till .. ';' end
              end
            end
            local mine = ARGV[1] .. '=' .. string.format('%.0f', now + ARGV[2]) .. ';'
            redis.call('SET', KEYS[1], 'F' .. tokens .. mine, 'PX', ARGV[2])
            return 1
            """);

    /** ARGV: token. Opens the key for the last writer only (fault 9); deletes a value that came while the fence was lost. */
    static final Script LOWER = Script.returningNumber("""
            local there = redis.call('GET', KEYS[1])
            if not there then return 0 end
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local tokens, latest = '', 0
            if string.sub(there, 1, 1) == 'F' then
              for token, till in string.gmatch(string.sub(there, 2), '(%x+)=(%d+);') do
                if tonumber(till) > now and token ~= ARGV[1] then
                  tokens = tokens .. token .. '=' .. till .. ';'
                  latest = math.max(latest, tonumber(till))
                end
              end
            end
            if tokens == '' then return redis.call('DEL', KEYS[1]) end
            redis.call('SET', KEYS[1], 'F' .. tokens, 'PX', string.format('%.0f', latest - now))
            return 0
            """);

    /**
     * ARGV: 'ask' or 'seeded', the most uses to count at once, then for each window its limit, its length in ms and the uses to start from.
     * Counts a hundredth of what the fullest window has left, but at least one use if all have room and no more than asked for. Returns -1 alone
     * if nothing is known of the windows and seeds are asked for; else how many it has counted, 0 if refused, then for each window its uses and
     * the ms until it starts anew. The key lives for twice its longest window after one has started: absent means lost or long unused, never
     * merely run out.
     */
    static final Script COUNT = Script.returningNumbers("""
            local fields = {}
            for i = 3, #ARGV, 3 do
              fields[#fields + 1] = 'used:' .. ARGV[i + 1]
              fields[#fields + 1] = 'ends:' .. ARGV[i + 1]
            end
            local stored = redis.call('HMGET', KEYS[1], unpack(fields))
            local absent = true
            for i = 1, #fields do absent = absent and not stored[i] end
            if absent and ARGV[1] == 'ask' then return {-1} end
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local used, ends, starts, counted, longest = {}, {}, {}, tonumber(ARGV[2]), 0
            for i = 3, #ARGV, 3 do
              local w, length = i / 3, tonumber(ARGV[i + 1])
              used[w], ends[w] = tonumber(stored[2 * w - 1] or 0), tonumber(stored[2 * w] or 0)
              if absent then used[w], ends[w], starts[w] = tonumber(ARGV[i + 2]), now + length, true end
              if ends[w] <= now then used[w], ends[w], starts[w] = 0, now + length, true end
              local room = tonumber(ARGV[i]) - used[w]
              counted = math.min(counted, room > 0 and math.max(1, math.floor(room / 100)) or 0)
              longest = math.max(longest, length)
            end
            local answer, changes, started = {counted}, {}, false
            for w = 1, #used do
              used[w] = used[w] + counted
              answer[2 * w], answer[2 * w + 1] = used[w], ends[w] - now
              changes[#changes + 1] = fields[2 * w - 1]
              changes[#changes + 1] = used[w]
              if starts[w] then
                started = true
                changes[#changes + 1] = fields[2 * w]
                changes[#changes + 1] = string.format('%.0f', ends[w])
              end
            end
            if counted > 0 or absent then
              redis.call('HSET', KEYS[1], unpack(changes))
              if started then redis.call('PEXPIRE', KEYS[1], string.format('%.0f', longest * 2)) end
            end
            return answer
            """);
}
