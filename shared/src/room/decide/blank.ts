/** Nothing to see: spaces, and characters without a shape. */
export const blank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text);
