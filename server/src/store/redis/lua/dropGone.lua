-- That somebody's entry is gone says that it was there.
local now = current()
redis.call('SREM', gone, room)
if not now then return end
local all = redis.call('HGETALL', box)
for name = 1, #all, 2 do
  if string.match(all[name + 1], '^%d+:1:') then redis.call('HDEL', box, all[name]) end
end
redis.call('HSET', head, 'floor', now.box)
