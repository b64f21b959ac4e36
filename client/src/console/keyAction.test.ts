import { describe, expect, it } from 'vitest';
import { keyAction, undoKey, type FocusKind } from './keyAction.ts';

const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});
const keys = ['PageDown', 'PageUp', ' ', 'F5', '+', '-', '.', 'b', '?'];

describe('keys of the console', () => {
  it.each([
    ['PageDown', 'primary'],
    ['PageUp', 'back'],
    [' ', 'pause'],
    ['F5', 'go'],
    ['+', 'more'],
    ['-', 'less'],
    ['.', 'curtain'],
    ['b', 'curtain'],
    ['?', 'keys'],
    ['Escape', null],
    ['Enter', null],
    ['constructor', null],
  ])('%s does %s', (key, action) => {
    expect(keyAction(press(key), 'page', true)).toBe(action);
  });

  it.each(keys)('%s belongs to the browser while remote control is off', (key) => {
    expect(keyAction(press(key), 'page', false)).toBeNull();
  });

  it.each<FocusKind>(['typing', 'dialog'])('no key acts while the focus is: %s', (focus) => {
    for (const key of keys.filter((each) => each !== 'F5'))
      expect(keyAction(press(key), focus, true)).toBeNull();
    expect(keyAction(press('F5'), focus, true), 'the page is not loaded anew').toBe('nothing');
  });

  it('leaves Space to a focused button, and nothing else', () => {
    expect(keyAction(press(' '), 'control', true)).toBeNull();
    expect(keyAction(press('PageDown'), 'control', true)).toBe('primary');
  });

  it('lets a clicker past a list of choices, and leaves letters and Space to the list', () => {
    expect(keyAction(press('PageDown'), 'choice', true)).toBe('primary');
    expect(keyAction(press('PageUp'), 'choice', true)).toBe('back');
    for (const key of [' ', 'b', '.', '+']) expect(keyAction(press(key), 'choice', true)).toBeNull();
  });

  it('leaves combinations to the browser', () => {
    expect(keyAction(press('F5', { ctrlKey: true }), 'page', true)).toBeNull();
    expect(keyAction(press('+', { metaKey: true }), 'page', true)).toBeNull();
    expect(keyAction(press('b', { altKey: true }), 'page', true)).toBeNull();
  });

  it('takes back with Ctrl or Cmd and Z, but not from a field that has words of its own', () => {
    const undo = (held: Parameters<typeof press>[1] & { shiftKey?: boolean }, focus: FocusKind = 'page') =>
      undoKey({ shiftKey: false, ...press('z', held), ...held }, focus);
    expect(undo({ ctrlKey: true })).toBe(true);
    expect(undo({ metaKey: true }, 'control')).toBe(true);
    expect(undo({ ctrlKey: true }, 'typing')).toBe(false);
    expect(undo({ ctrlKey: true }, 'dialog')).toBe(false);
    expect(undo({ ctrlKey: true, shiftKey: true })).toBe(false);
    expect(undo({})).toBe(false);
  });
});
