import type { Phase } from '#shared/method/phase.ts';
import { minutes, type Duration } from '#shared/time.ts';
import { t } from '../text/text.ts';
import { partTitle } from './partTitle.ts';

export const inMinutes = (length: Duration): number => Math.round(length / minutes(1));

/** The parts whose minutes are others than before, in the order of the plan. */
export const changedParts = (
  before: readonly Phase[],
  after: readonly Phase[],
): { readonly part: Phase; readonly was: Duration }[] =>
  after.flatMap((part) => {
    const was = before.find(({ id }) => id === part.id)?.length;
    return was === undefined || was === part.length ? [] : [{ part, was }];
  });

const listed = new Intl.ListFormat('en-GB', { type: 'unit', style: 'short' });

/** "Questions 14 → 11, Reflect & plan 9 → 12". */
export const lengthChanges = (before: readonly Phase[], after: readonly Phase[]): string =>
  listed.format(
    changedParts(before, after).map(({ part, was }) =>
      t('plan.change', { phase: partTitle(part), from: inMinutes(was), to: inMinutes(part.length) }),
    ),
  );
