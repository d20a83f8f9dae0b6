-- Posts sign-ons to PATH, each from an address of its own. A request is put together as cheaply as can
-- be, since the load generator shares the machine with the server.
-- wrk -s sign.lua URL -- PATH

local function random_number()
  local file = assert(io.open("/dev/urandom", "rb"))
  local a, b, c, d = file:read(4):byte(1, 4)
  file:close()
  return ((a * 256 + b) * 256 + c) * 128 + d % 128
end

function init(arguments)
  math.randomseed(random_number())
  number = math.random(16777216)
  head = "POST " .. arguments[1] .. " HTTP/1.1\r\nHost: " .. wrk.host
    .. "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
end

function request()
  number = number + 1
  local word = string.format("%08x%x", math.random(2147483647), number)
  local body = "name=Robin+" .. word .. "&email=" .. word
    .. "%40example.org&relation=customer&postal_code=94105&country=US&public=1"
  return head .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency)
  local e = summary.errors
  print(string.format("FIGURES %.0f %.1f %d %d", summary.requests / (summary.duration / 1e6),
    latency:percentile(99) / 1e3, e.connect + e.read + e.write + e.timeout + e.status, summary.requests))
end
