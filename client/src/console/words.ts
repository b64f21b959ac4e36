import { t, type TextKey } from '../text/text.ts';

/** A sentence before it is said: which one, and what goes into its gaps. */
export interface Words {
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const say = ({ key, values }: Words): string => t(key, values);
