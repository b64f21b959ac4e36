/** Redis cannot be used as it is. The message says what to do, for whoever starts Fullturn. */
export class RedisNotUsable extends Error {}
