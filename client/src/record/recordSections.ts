import { zones } from '#shared/method/phase.ts';
import { t } from '../text/text.ts';
import type { SessionRecord } from './sessionRecord.ts';

export interface RecordSection {
  /** Our own words, never empty. */
  readonly title: string;
  readonly items: readonly { readonly label: string | null; readonly text: string }[];
}

const bare = (text: string) => ({ label: null, text });

/** The words of a record in the order they are read on paper and in Markdown; no section is empty. */
export function recordSections({ step, cards, unsent, notes }: SessionRecord): RecordSection[] {
  const stepItems = step.map(({ field, text, kept }) => ({
    label: kept ? t('end.keptLabel', { field: t(`end.${field}`) }) : t(`end.${field}`),
    text,
  }));
  const boardSections = zones.map((zone) => ({
    title: t(`board.zone.${zone}`),
    items: cards
      .filter((card) => card.zone === zone)
      .map(({ text, mine }) => ({ label: mine ? null : t('end.othersLabel'), text })),
  }));
  const sections = [
    { title: t('end.myStep'), items: stepItems },
    ...boardSections,
    { title: t('end.notSent'), items: unsent.map(bare) },
    { title: t('end.notes'), items: [bare(notes)].filter(({ text }) => text.trim() !== '') },
  ];
  return sections.filter(({ items }) => items.length > 0);
}
