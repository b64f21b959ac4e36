-- A batch that is written as a whole: nothing in it may fail, because a script is not rolled back.
local function batch()
  return {
    version = take(), last = take(), box = take(), forgetAt = take(), expireAt = take(), code = take(),
    poke = take(), events = rows(1), sealed = rows(3), receipts = rows(2), grants = rows(2),
    moved = rows(2), rewritten = rows(3),
  }
end

local function expire(key, at)
  local now = redis.call('PEXPIRETIME', key)
  if now ~= -2 and now ~= tonumber(at) then redis.call('PEXPIREAT', key, at) end
end

local function move(from, to)
  eachGrant(function(key, grant)
    if grant[3] ~= from then return end
    grant[3] = to
    redis.call('SET', key, cjson.encode(grant), 'KEEPTTL')
  end)
end

-- Answers whether it left something behind in the files that is to be swept.
local function write(new, code)
  local leaves = #new.rewritten > 0
  for _, it in ipairs(new.rewritten) do redis.call('LSET', events, it[1] - 1, it[3]) end
  for _, it in ipairs(new.events) do redis.call('RPUSH', events, it[1]) end
  for _, it in ipairs(new.sealed) do
    local replaced = redis.call('HSET', box, it[1], it[2]) == 0
    if it[3] == '1' then redis.call('SADD', gone, room) end
    leaves = leaves or replaced or it[3] == '1'
  end
  for _, it in ipairs(new.receipts) do redis.call('HSET', receipts, it[1], it[2]) end
  for _, it in ipairs(new.grants) do
    redis.call('SET', grants .. it[1], it[2], 'PXAT', new.expireAt)
    redis.call('SADD', links, it[1])
  end
  for _, it in ipairs(new.moved) do move(it[1], it[2]) end
  if new.code ~= '' and new.code ~= code then
    if code then redis.call('DEL', codes .. code) end
    redis.call('SET', codes .. new.code, room)
    code = new.code
  end
  redis.call('HSET', head, 'version', new.version, 'last', new.last, 'box', new.box, 'code', code)
  redis.call('ZADD', due, new.forgetAt, room)
  if redis.call('PEXPIRETIME', head) ~= tonumber(new.expireAt) then
    eachGrant(function(key) expire(key, new.expireAt) end)
  end
  for _, key in ipairs({ head, events, box, receipts, links, codes .. code }) do expire(key, new.expireAt) end
  if leaves then redis.call('INCR', leftovers) end
  redis.call('PUBLISH', pokes, new.poke)
  return leaves and 1 or 0
end
