-- Posts sign-ons to PATH, each from an address of its own.
-- wrk -s sign.lua URL -- PATH

local alphabet = "abcdefghijklmnopqrstuvwxyz234567"

local function letters(count)
  local word = {}
  for i = 1, count do
    local at = math.random(#alphabet)
    word[i] = alphabet:sub(at, at)
  end
  return table.concat(word)
end

local function seed()
  local file = assert(io.open("/dev/urandom", "rb"))
  local a, b, c, d = file:read(4):byte(1, 4)
  file:close()
  return ((a * 256 + b) * 256 + c) * 128 + d % 128
end

function init(arguments)
  math.randomseed(seed())
  path = arguments[1]
  run, number = letters(6), 0
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end

function request()
  number = number + 1
  local body = "name=Robin+" .. letters(6)
    .. "&email=" .. letters(8) .. "." .. run .. number .. "%40example.org"
    .. "&relation=customer&postal_code=" .. 10000 + number % 90000
    .. "&country=US&public=1"
  return wrk.format("POST", path, nil, body)
end

function done(summary, latency)
  local e = summary.errors
  print(string.format("FIGURES %.0f %.1f %d", summary.requests / (summary.duration / 1e6),
    latency:percentile(99) / 1e3, e.connect + e.read + e.write + e.timeout + e.status))
end
