-- wrk sends each line of a file once, as a comment of another sender: wrk -s posting.lua URL -- FILE
local lines, place = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    lines[#lines + 1] = line
  end
end

function request()
  place = place + 1
  local body = lines[place]
  if not body then
    wrk.thread:stop()
    body = lines[#lines]
  end
  local sender = string.format("198.18.%d.%d", math.floor(place / 250) % 250, 1 + place % 250)
  wrk.headers["X-Forwarded-For"] = sender
  return wrk.format("POST", nil, nil, body)
end
