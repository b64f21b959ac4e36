/** What the facilitator and observers write. */
export const takeaways = {
  facilitator: 'The pause in the middle.',
  observer: 'How much was said without words.',
} as const;

export const parked = 'Seating plan of room 12: another day.';

/** In practice: what a coach saw in each run, and what an observer recorded. */
export const runs = [
  'Run 1: asked, then four slow breaths.',
  'Run 2: “Nobody speaks yet.” Then ink.',
  'Run 3, parts swapped: looked down, wrote, looked up.',
] as const;

export const evidence = [
  'Silence after the question: 2, 5, 7 seconds.',
  '“Take your time” was said once, in run 2.',
] as const;
