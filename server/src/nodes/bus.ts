import type { RoomId } from '#shared/ids.ts';

/**
 * Words between the nodes, kept nowhere. Some may be lost, so whoever relies on them must be able to
 * ask again. The contract is `tests/contract/busContract.ts`.
 */
export interface Bus {
  /** Heard by every node, this one included; never throws. */
  say(word: string): void;
  /** `heard` gets every word said from then on, in the order each node said its own. */
  listen(heard: (word: string) => void): void;
  /**
   * To one node alone, of a room that both hold, some megabytes at most: what carries it cannot read it.
   * Never throws; who is not there does not get it.
   */
  send(to: string, room: RoomId, letter: string): void;
  /** `got` gets what is sent to this name, soon after this was called. One name a node. */
  receive(name: string, got: (room: RoomId, letter: string) => void): void;
}
