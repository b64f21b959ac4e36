/**
 * Somebody's words as text that every program reads alike. All line ends become `\n`, since a reader may
 * break lines where another does not; half characters become U+FFFD; control characters go, and so do the
 * marks that turn the direction of what follows, which would reorder words that are not theirs.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
