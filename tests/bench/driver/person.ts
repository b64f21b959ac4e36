/** Somebody with a screen in a room of any contender. */
export interface Person {
  /** Sets a card's text. Whether it was done, once the contender has answered. */
  set(card: number, text: string): Promise<boolean>;
  close(): void;
}

/** Takes what a person's screen is told. */
export type Told = (person: number, message: Buffer) => void;

/** The eight of one room. */
export type Room = readonly Person[];
