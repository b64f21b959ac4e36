local after = position()
local new = batch()
local now = current()
if not now then return { 'missing' } end

local repeated = {}
for _, it in ipairs(new.receipts) do
  local version = redis.call('HGET', receipts, it[1])
  if version then
    repeated[#repeated + 1] = it[1]
    repeated[#repeated + 1] = version
  end
end
if #repeated > 0 then return { 'repeated', repeated } end

if after.version ~= now.version or after.last ~= now.last or after.box ~= now.box then
  return { 'conflict', tail(after, now) }
end
if redis.call('LLEN', events) ~= now.version then return { 'damaged' } end
if new.code ~= '' and (redis.call('GET', codes .. new.code) or room) ~= room then return { 'code-taken' } end
for _, it in ipairs(new.rewritten) do
  local version = tonumber(it[1])
  if version < 1 or not begins(redis.call('LINDEX', events, version - 1), it[2]) then return { 'misplaced' } end
end
return { 'written', write(new, now.code) }
