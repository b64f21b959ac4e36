local new = batch()
if current() then return { 'exists' } end
if redis.call('EXISTS', codes .. new.code) == 1 then return { 'code-taken' } end
return { 'written', write(new, false) }
