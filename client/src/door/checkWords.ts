import words from '../text/en/checkWords.json';

/**
 * The two words a wall at the door is known by, out of the numbers the server gave it (0 to 99). Short,
 * and none begins like another, so that they can be told apart from the back row and by ear.
 */
export const checkWords = (check: readonly [number, number]): readonly [string, string] => [
  words[check[0]] ?? '',
  words[check[1]] ?? '',
];
