import { stepFields, type Step } from '#shared/room/state.ts';

export interface StepLine {
  readonly field: (typeof stepFields)[number];
  readonly text: string;
  /** It is on this device only. */
  readonly kept: boolean;
}

/** The coachee's step as they take it along: what they shared, and beside it what they kept to themselves. */
export function ownStep(shared: Step | null, draft: (field: StepLine['field']) => string): StepLine[] {
  return stepFields.flatMap((field) => {
    const onBoard = shared?.[field].trim() ?? '';
    const onDevice = draft(field).trim();
    const lines: StepLine[] = onBoard === '' ? [] : [{ field, text: onBoard, kept: false }];
    return onDevice === '' || onDevice === onBoard
      ? lines
      : [...lines, { field, text: onDevice, kept: true }];
  });
}
