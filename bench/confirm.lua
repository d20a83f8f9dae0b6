-- Confirms sign-ons, each by the link in a line of FILE; when there are none left it asks no more.
-- wrk -s confirm.lua URL -- FILE

local links = {}
local number = 0

function init(arguments)
  for token in io.lines(arguments[1]) do links[#links + 1] = token end
end

function request()
  number = number + 1
  -- A link that was pressed before answers as the first time did; there must be enough of them.
  if number > #links then wrk.thread:stop() number = #links end
  return "POST /signatures/" .. links[number] .. "/confirmation HTTP/1.1\r\nHost: " .. wrk.host
    .. "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"
end

function done(summary, latency)
  local e = summary.errors
  print(string.format("FIGURES %.0f %.1f %d %d", summary.requests / (summary.duration / 1e6),
    latency:percentile(99) / 1e3, e.connect + e.read + e.write + e.timeout + e.status, summary.requests))
end
