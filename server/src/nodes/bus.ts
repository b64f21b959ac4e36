/**
 * Words between the nodes, kept nowhere. Some may be lost, so whoever relies on them must be able to
 * ask again. The contract is `tests/contract/busContract.ts`.
 */
export interface Bus {
  /** Heard by every node, this one included; never throws. */
  say(word: string): void;
  /** `heard` gets every word said from then on, in the order each node said its own. */
  listen(heard: (word: string) => void): void;
}
