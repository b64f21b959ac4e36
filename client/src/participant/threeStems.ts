/** Three of them, going round, so that "More" never comes to an end. `from` counts presses. */
export function threeStems(stems: readonly string[], from: number): string[] {
  if (stems.length <= 3) return [...stems];
  return [0, 1, 2].map((i) => stems[(from * 3 + i) % stems.length]!);
}
