local poke = take()
local code = redis.call('HGET', head, 'code')
if code and redis.call('GET', codes .. code) == room then redis.call('DEL', codes .. code) end
eachGrant(function(key) redis.call('DEL', key) end)
if redis.call('DEL', head, events, box, receipts, links) > 0 then redis.call('INCR', leftovers) end
redis.call('ZREM', due, room)
redis.call('SREM', gone, room)
redis.call('PUBLISH', pokes, poke)
