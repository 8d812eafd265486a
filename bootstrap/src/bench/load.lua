-- Sends what was prepared beforehand, so that wrk itself costs little: a file of requests, then of the order in which they are sent.
-- Usage: wrk -t1 … -s load.lua URL -- FILE [once | rate=N]
-- In a request \1 stands for a line end and \2 for a number that no other request of this run has.

local requests, order = {}, {}
local position, answered, number, once = 0, 0, 0, false

local function prepared(line)
  local text = line:gsub('\1', '\r\n')
  local at = text:find('\2', 1, true)
  return at and { text:sub(1, at - 1), text:sub(at + 1) } or text
end

-- Milliseconds until the next request's time has come, N times a second, whichever connection is free then: late ones go at once.
local function paced(rate)
  local ffi = require('ffi')
  ffi.cdef('typedef struct { long seconds, nanos; } moment; int clock_gettime(int clock, moment *now);')
  local now, due = ffi.new('moment'), nil
  return function()
    ffi.C.clock_gettime(1, now)
    local millis = tonumber(now.seconds) * 1000 + tonumber(now.nanos) / 1e6
    due = (due or millis) + 1000 / rate
    return math.max(0, math.floor(due - millis))
  end
end

function init(args)
  local file = io.open(args[1])
  for line in file:lines() do
    if line == '' then break end
    requests[#requests + 1] = prepared(line)
  end
  for line in file:lines() do
    order[#order + 1] = requests[tonumber(line)]
  end
  file:close()
  once = args[2] == 'once'
  local rate = tonumber((args[2] or ''):match('^rate=(%d+)$'))
  if rate then delay = paced(rate) end
  if once then
    -- Only then: a script that looks at every answer makes wrk dearer.
    response = function()
      answered = answered + 1
      if answered == #order then
        io.write('THROUGH\n')
        io.flush()
      end
    end
  end
end

function request()
  position = position + 1
  if position > #order then position = 1 end
  local chosen = order[position]
  if type(chosen) == 'string' then return chosen end
  number = number + 1
  return chosen[1] .. number .. chosen[2]
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format('RESULT {"requests":%d,"micros":%d,"p50":%d,"p99":%d,"longest":%d,"refused":%d,"broken":%d,"timeouts":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
    errors.status, errors.connect + errors.read + errors.write, errors.timeout))
end
