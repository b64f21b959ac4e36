-- Somebody's head; `mark` is how the event with their version begins in the list.
local function position()
  return { version = tonumber(take()), last = take(), mark = take(), box = tonumber(take()) }
end

local function begins(item, mark)
  return item and string.sub(item, 1, #mark) == mark
end

local function leadsTo(after, now)
  if after.version > now.version or after.box > now.box then return false end
  if after.version == 0 then return after.last == '' end
  return begins(redis.call('LINDEX', events, after.version - 1), after.mark)
end

-- What lies after a head, as eventStore.ts has it.
local function tail(after, now)
  local reset = not leadsTo(after, now) or (after.box > 0 and after.box < now.floor)
  local version, rev = after.version, after.box
  if reset then version, rev = 0, 0 end
  local sealed = {}
  if rev < now.box then
    local all = redis.call('HGETALL', box)
    for name = 1, #all, 2 do
      if tonumber(string.match(all[name + 1], '^%d+')) > rev then
        sealed[#sealed + 1] = all[name]
        sealed[#sealed + 1] = all[name + 1]
      end
    end
  end
  local rest = redis.call('LRANGE', events, version, -1)
  return { now.version, now.last, now.box, reset and 1 or 0, rest, sealed }
end
