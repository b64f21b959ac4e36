/**
 * What a key or a clicker does on the console. `go` starts or resumes and never stops. `nothing` keeps the
 * key from the browser: a clicker's start is no wish to load the page anew, wherever it lands.
 */
export type KeyAction =
  'primary' | 'back' | 'pause' | 'go' | 'more' | 'less' | 'curtain' | 'keys' | 'nothing';

/**
 * Where the press lands. `typing`: the field itself needs the key. `control`: a button or link, which
 * Space presses. `choice`: a list, which takes letters; a clicker would change somebody's role in it, and
 * goes past it. `dialog`: a window is open, and only its own keys count.
 */
export type FocusKind = 'page' | 'control' | 'choice' | 'typing' | 'dialog';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Presenter remotes send PageDown, PageUp, F5, and `.` or `b` for the blank screen. */
const actions: Readonly<Record<string, KeyAction>> = {
  PageDown: 'primary',
  PageUp: 'back',
  ' ': 'pause',
  F5: 'go',
  '+': 'more',
  '-': 'less',
  '−': 'less',
  '.': 'curtain',
  b: 'curtain',
  B: 'curtain',
  '?': 'keys',
};

/** Null leaves the key to the browser. */
export function keyAction(press: KeyPress, focus: FocusKind, remoteOn: boolean): KeyAction | null {
  if (!remoteOn || press.ctrlKey || press.altKey || press.metaKey) return null;
  if (focus === 'typing' || focus === 'dialog') return press.key === 'F5' ? 'nothing' : null;
  if (focus === 'choice' && press.key.length === 1) return null;
  const action = Object.hasOwn(actions, press.key) ? actions[press.key]! : null;
  return action === 'pause' && focus === 'control' ? null : action;
}

/** Ctrl or Cmd and Z, wherever no field has words of its own to take back. */
export const undoKey = (press: KeyPress & { readonly shiftKey: boolean }, focus: FocusKind): boolean =>
  (press.ctrlKey || press.metaKey) &&
  !press.altKey &&
  !press.shiftKey &&
  press.key.toLowerCase() === 'z' &&
  focus !== 'typing' &&
  focus !== 'dialog';

/** Where the focus is, for `keyAction`. */
export function focusKind(target: EventTarget | null): FocusKind {
  if (document.querySelector('dialog[open]')) return 'dialog';
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.isContentEditable || target.matches('textarea')) return 'typing';
  if (target.matches('select')) return 'choice';
  if (target.matches('input')) return target.matches('[type=radio], [type=checkbox]') ? 'control' : 'typing';
  return target.closest('button, a, summary') ? 'control' : 'page';
}
