/** Stands for the name in a sentence that is about to be shown; WithName puts the name there. */
export const nameGap = '\u0000';
