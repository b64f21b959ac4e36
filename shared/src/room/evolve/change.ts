import type { PersonId } from '../../ids.ts';
import type { Person, RoomState, Turn } from '../state.ts';

export const changePerson = (
  room: RoomState,
  id: PersonId,
  to: (person: Person) => Partial<Person>,
): RoomState => ({
  ...room,
  people: room.people.map((person) => (person.id === id ? { ...person, ...to(person) } : person)),
});

export const changeTurn = (room: RoomState, index: number, to: Partial<Turn>): RoomState => ({
  ...room,
  turns: room.turns.map((turn, i) => (i === index ? { ...turn, ...to } : turn)),
});
