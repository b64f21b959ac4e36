/** Ids are random strings. `A command names what it acts on` is only safe when ids are never used twice. */
export type RoomId = string;
export type PersonId = string;
export type PhaseId = string;
/** One time through one phase. Going back to a phase makes a new run of it. */
export type RunId = string;
export type CardId = string;
export type AgreementId = string;
export type EventId = string;
export type CommandId = string;
