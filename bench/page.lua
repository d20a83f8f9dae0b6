-- Reads PATH again and again, compressed.
-- wrk -s page.lua URL -- PATH

function init(arguments)
  page = wrk.format("GET", arguments[1], { ["Accept-Encoding"] = "gzip" })
end

function request()
  return page
end

function done(summary, latency)
  local e = summary.errors
  print(string.format("FIGURES %.0f %.1f %d %d", summary.requests / (summary.duration / 1e6),
    latency:percentile(99) / 1e3, e.connect + e.read + e.write + e.timeout + e.status, summary.requests))
end
