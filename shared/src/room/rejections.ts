/**
 * Every reason a command is refused, as `area/reason`. A closed list: each has a sentence in
 * `client/src/text` that says what to do, and a test that provokes it.
 */
export const rejections = [
  // whoever asks may not do this at all
  'role/not-facilitator',
  'role/not-coachee',
  'role/not-in-the-room',
  'role/wall-only-shows',
  // session
  'session/not-started',
  'session/already-started',
  'session/ended',
  // people
  'people/unknown',
  'people/already-here',
  'people/full',
  'people/name-empty',
  'people/not-left',
  'people/has-left',
  'people/unknown-agreement',
  'people/agreement-exists',
  'people/too-many-agreements',
  'people/agreements-stand',
  'people/hand-over-first',
  'people/role-fixed',
  // turn
  'turn/no-coachee',
  'turn/has-coachee',
  'turn/not-offered',
  'turn/declined',
  'turn/not-invited',
  'turn/started',
  'turn/nothing-to-write',
  // time and structure
  'phase/over',
  'phase/none-before',
  'phase/coachee-ended',
  'phase/unknown',
  'time/no-clock',
  'time/already-paused',
  'time/not-paused',
  'time/coachee-paused',
  'time/nothing-left',
  'time/too-long',
  'time/listening-protected',
  'time/already-asked',
  'time/nothing-asked',
  // floor
  'floor/coachees-own',
  'floor/not-yours',
  'floor/taken',
  'floor/not-your-turn',
  'floor/not-in-round',
  'floor/no-hands-now',
  'floor/hand-up',
  'floor/no-hand',
  'floor/not-open-to-you',
  // board
  'board/closed',
  'board/not-yours-to-write',
  'board/unknown-card',
  'board/card-exists',
  'board/changed-meanwhile',
  'board/empty',
  'board/full',
  'board/already-aside',
  'board/not-aside',
] as const;
export type Rejection = (typeof rejections)[number];
