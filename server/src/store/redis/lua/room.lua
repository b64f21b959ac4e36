-- Begins every script: the keys of one room, and those all rooms share (layout.ts).
local head, events, box, receipts, links, due, gone, leftovers, pokes, codes, grants = unpack(KEYS)

local taken = 0
local function take()
  taken = taken + 1
  return ARGV[taken]
end

-- A list of rows: how many, then their columns one after the other.
local function rows(columns)
  local all = {}
  for row = 1, tonumber(take()) do
    all[row] = {}
    for column = 1, columns do all[row][column] = take() end
  end
  return all
end

local room = take()

-- False when there is no such room.
local function current()
  local found = redis.call('HMGET', head, 'version', 'last', 'box', 'floor', 'code')
  if not found[1] then return false end
  return {
    version = tonumber(found[1]), last = found[2], box = tonumber(found[3]),
    floor = tonumber(found[4] or 0), code = found[5],
  }
end

-- Links of this room: a later room may have been given the same device's secret.
local function eachGrant(act)
  for _, hash in ipairs(redis.call('SMEMBERS', links)) do
    local text = redis.call('GET', grants .. hash)
    local grant = text and cjson.decode(text)
    if grant and grant[1] == room then act(grants .. hash, grant) end
  end
end
