const types = {
  md: 'text/markdown',
  json: 'application/json',
  ics: 'text/calendar',
  txt: 'text/plain',
} as const;

/** Hands the device a text file to keep. The text goes nowhere else. */
export function saveFile(name: string, ending: keyof typeof types, text: string): void {
  const blob = new Blob([text], { type: `${types[ending]};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${ending}`;
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
