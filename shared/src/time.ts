declare const unit: unique symbol;

/** A moment in store time: milliseconds since 1970-01-01 UTC. */
export type Instant = number & { readonly [unit]: 'instant' };

/** A length of time in milliseconds. May be negative: −40 000 is "forty seconds extra". */
export type Duration = number & { readonly [unit]: 'duration' };

export const instant = (ms: number): Instant => ms as Instant;
export const duration = (ms: number): Duration => ms as Duration;
export const seconds = (n: number): Duration => duration(n * 1000);
export const minutes = (n: number): Duration => duration(n * 60_000);
export const hours = (n: number): Duration => minutes(n * 60);

/** How long after `from` is `to`; negative when it is before. */
export const between = (from: Instant, to: Instant): Duration => duration(to - from);
export const later = (at: Instant, by: Duration): Instant => instant(at + by);
export const sum = (lengths: readonly Duration[]): Duration => duration(lengths.reduce((a, b) => a + b, 0));
export const latest = (a: Instant, b: Instant): Instant => instant(Math.max(a, b));
export const earliest = (a: Instant, b: Instant): Instant => instant(Math.min(a, b));
