local after = position()
local now = current()
return now and tail(after, now)
