-- Posts one signed body again and again, each time with another delivery id, which GitHub does not sign.
local head, tail
local run, count = os.time(), 0

function init()
  local body = os.getenv("HOOK_BODY")
  head = "POST " .. wrk.path .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
    .. "\r\nContent-Type: application/json\r\nX-GitHub-Event: push\r\nX-Hub-Signature-256: sha256="
    .. os.getenv("HOOK_SIGNATURE") .. "\r\nContent-Length: " .. #body .. "\r\nX-GitHub-Delivery: "
  tail = "\r\n\r\n" .. body
end

function request()
  count = count + 1
  return head .. string.format("%08x-0000-4000-8000-%012x", run % 0x100000000, count) .. tail
end

function done(summary, latency)
  local bad = summary.errors
  io.write(string.format('JSON {"perSecond":%.0f,"p50Ms":%.3f,"p99Ms":%.3f,"maxMs":%.3f,"notAccepted":%d,"socketErrors":%d}\n',
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    latency.max / 1000, bad.status, bad.connect + bad.read + bad.write + bad.timeout))
end
